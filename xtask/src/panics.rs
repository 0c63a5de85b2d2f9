//! Panics of the module. Their messages go nowhere, because WebAssembly has no standard error and the glue sets no
//! hook, so each panic becomes the trap that it ends in; wasm-opt then drops what only prepared the messages.

use walrus::{FunctionBuilder, FunctionKind, Module};

use crate::step::Outcome;

/// The functions of the standard library that format a message and never return. Those of `core::panicking` are all
/// of this kind.
const NEVER_RETURN: [&str; 7] = [
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::cell::panic_already_mutably_borrowed",
    "alloc::raw_vec::capacity_overflow",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
];

/// Gives the functions that never return the body `unreachable`.
pub fn become_traps(module: &mut Module) -> Outcome {
    let panics = module.funcs.iter().filter(|function| {
        matches!(function.kind, FunctionKind::Local(_))
            && function.name.as_deref().is_some_and(|name| never_returns(&without_hashes(name)))
    });
    let panics: Vec<_> = panics.map(|function| (function.id(), function.ty())).collect();
    if panics.is_empty() {
        return Err("the module names no function that panics: has the compiler other names for them?".into());
    }
    for (id, signature) in panics {
        let signature = module.types.get(signature);
        let (parameters, results) = (signature.params().to_vec(), signature.results().to_vec());
        let arguments = parameters.iter().map(|&kind| module.locals.add(kind)).collect();
        let mut body = FunctionBuilder::new(&mut module.types, &parameters, &results);
        body.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(arguments));
    }
    Ok(())
}

fn never_returns(name: &str) -> bool {
    name.starts_with("core::panicking::") || NEVER_RETURN.contains(&name)
}

/// `core[c5930c85a12de822]::option::unwrap_failed` without the hash of the crate.
fn without_hashes(name: &str) -> String {
    let pieces = name.split('[').map(|piece| piece.split_once(']').map_or(piece, |(_, rest)| rest));
    pieces.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_never_returns_becomes_a_trap() {
        let never = |name| never_returns(&without_hashes(name));
        assert!(never("core[c5930c85a12de822]::panicking::panic_fmt"));
        assert!(never("core[c5930c85a12de822]::option::unwrap_failed"));
        assert!(!never("std[c5930c85a12de822]::panicking::panic_count::increase"));
        assert!(!never("<hashbrown[5e619d7d1129c59f]::raw::Fallibility>::capacity_overflow"));
    }
}
