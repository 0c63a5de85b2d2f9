//! A hash that is the same on every platform and in every version: FNV-1a with 32 bits. The trained weights depend on
//! it, so it may never change without training anew.

const OFFSET: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// The hash of a byte string.
pub const fn hash_bytes(bytes: &[u8]) -> u32 {
    let mut hash = OFFSET;
    let mut i = 0;
    while i < bytes.len() {
        hash = hash_byte(hash, bytes[i]);
        i += 1;
    }
    hash
}

/// The hash of a byte string and one more byte.
pub const fn hash_byte(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(PRIME)
}

/// Joins a hash with one more value, order mattering.
pub const fn combine(hash: u32, value: u32) -> u32 {
    // The multiplications spread small values (positions, counts) over all bits.
    let mixed = (hash.rotate_left(5) ^ value.wrapping_mul(0x9e37_79b1)).wrapping_mul(PRIME);
    mixed ^ (mixed >> 15)
}
