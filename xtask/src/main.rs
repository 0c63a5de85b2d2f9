//! Builds, serves, tests and measures the project: `cargo xtask help`.

mod bench;
mod bless;
mod build;
mod consumers;
mod coverage;
mod deny;
mod fuzz;
mod glue;
mod imports;
mod instructions;
mod lighthouse;
mod locations;
mod metadata;
mod module;
mod mutants;
mod panics;
mod parts;
mod release;
mod reproducible;
mod sbom;
mod serve;
mod site;
mod size;
mod step;
mod test;
mod tools;

use std::process::ExitCode;

use step::Outcome;

const HELP: &str = "\
cargo xtask COMMAND

  build                        the npm package into pkg/dist/, the static site into target/site/
  site                         the site again, after a change of www/ only
  serve [--port N] [--open]    build, then serve the site on this machine
  test [PART...]               everything, or parts of it: rust, instructions, supply, wasm,
                               page, types, size, packed, consumers, fuzz
  bless                        write what the program says now into the fixtures and the hashes of outlines
  size                         build, then compare what is shipped, and the module's parts, with their ceilings
  lighthouse                   build, then examine the page with Lighthouse, its speed included
  consumers [FOLDER...]        build, then use the npm package in the projects of tests/consumers/
  deny [advisories]            check licences, versions and sources of all crates with cargo-deny
  sbom                         write a bill of materials (CycloneDX), and compare it with its schema
  reproducible                 build once more in another folder, and compare the modules byte by byte
  fuzz SECONDS [TARGET...]     look for texts that break a promise, for so long with each target
  mutants [STAGE...] [--shard K/N]
                               change the code in one place after another, and count what the tests notice
  coverage                     count the lines of each stage that the tests run
  reference                    write docs/api.md from the declarations in pkg/
  version X.Y.Z                give everything that has a version this one
  release --dry-run            build, then do all of a release but the upload
  instructions [--long]        count the instructions of the stages, and how they grow for hostile texts
  bench                        build, then measure the stages, and the module beside other packages
  bench browser                build, then measure the module in Chromium beside the same packages
  bench processes              build, then measure whole programs beside Python's
  bench sentences              measure the sentence splitter beside those of other packages
  bench cold-start             build, then measure the first outline of a browser that has just been started
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Outcome {
    match arguments {
        ["build"] => build::build(),
        ["site"] => site::assemble(),
        ["serve", options @ ..] => serve::serve(options),
        ["test", parts @ ..] => test::test(parts),
        ["bless"] => bless::bless(),
        ["deny", more @ ..] => deny::deny(more),
        ["sbom"] => sbom::sbom(),
        ["reproducible"] => reproducible::reproducible(),
        ["fuzz", arguments @ ..] => fuzz::fuzz(arguments),
        ["mutants", arguments @ ..] => mutants::mutants(arguments),
        ["coverage"] => coverage::coverage(),
        ["size"] => size::size(),
        ["instructions", options @ ..] => instructions::instructions(options),
        ["lighthouse"] => lighthouse::lighthouse(),
        ["bench"] => bench::bench(),
        ["consumers", folders @ ..] => consumers::consumers(folders),
        ["reference"] => step::run(&mut step::command("node", &["xtask/reference.mjs"])),
        ["version", version] => release::set_version(version),
        ["release", "--dry-run"] => release::dry_run(),
        ["bench", "browser"] => bench::browser(),
        ["bench", "processes"] => bench::processes(),
        ["bench", "sentences"] => bench::sentences(),
        ["bench", "cold-start"] => bench::cold_start(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("no such command: {}\n\n{HELP}", arguments.join(" ")).into()),
    }
}
