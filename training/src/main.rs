//! Learns the weights that the module ships: `cargo train help`.

fn main() {
    println!("cargo train sections CORPUS");
}
