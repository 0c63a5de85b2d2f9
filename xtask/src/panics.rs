//! Panics of the module. Their messages go nowhere, because WebAssembly has no standard error and the glue sets no
//! hook, so each panic becomes the trap that it ends in; wasm-opt then drops what only prepared the messages. So does all
//! that writes values for people (`core::fmt`): only panics ask for it, through tables that keep it in the module.

use std::collections::HashSet;

use walrus::ir::{Call, Visitor, dfs_in_order};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

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

/// Gives the functions that never return, and those that write values for people, the body `unreachable`.
///
/// # Errors
/// If other code writes values for people.
pub fn become_traps(module: &mut Module) -> Outcome {
    if let Some(caller) = caller_of_formatting(module) {
        return Err(
            format!("{caller} writes a value with core::fmt, which the module is built without").into()
        );
    }
    let panics = module.funcs.iter().filter(|function| {
        matches!(function.kind, FunctionKind::Local(_))
            && function.name.as_deref().is_some_and(|name| {
                let name = without_hashes(name);
                never_returns(&name) || formats(&name)
            })
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

/// A function that calls one that writes values for people, and is neither such a one nor of a panic.
fn caller_of_formatting(module: &Module) -> Option<String> {
    #[derive(Default)]
    struct Called(HashSet<FunctionId>);
    impl Visitor<'_> for Called {
        fn visit_call(&mut self, call: &Call) {
            self.0.insert(call.func);
        }
    }
    let name = |id: FunctionId| module.funcs.get(id).name.as_deref().map(without_hashes).unwrap_or_default();
    module.funcs.iter_local().find_map(|(id, function)| {
        let caller = name(id);
        if formats(&caller) || never_returns(&caller) || prepares_panics(&caller) {
            return None;
        }
        let mut calls = Called::default();
        dfs_in_order(&mut calls, function, function.entry_block());
        calls.0.into_iter().any(|id| formats(&name(id))).then_some(caller)
    })
}

/// Whether a function writes values for people, or hands over the message of a panic.
fn formats(name: &str) -> bool {
    name.starts_with("core::fmt::")
        || name.starts_with("alloc::fmt::")
        || name.starts_with("<core::fmt::")
        || name.contains(" as core::fmt::")
        || name.contains("std::panicking::panic_handler::")
        || name.contains("std::panicking::begin_panic::")
}

/// Whether a function is of the runtime, which has messages for panics alone.
fn prepares_panics(name: &str) -> bool {
    name.starts_with("__rustc::") || name.starts_with("std::")
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
    fn only_what_never_returns_or_formats_becomes_a_trap() {
        let never = |name| never_returns(&without_hashes(name));
        assert!(never("core[c5930c85a12de822]::panicking::panic_fmt"));
        assert!(never("core[c5930c85a12de822]::option::unwrap_failed"));
        assert!(formats("<core::fmt::Formatter>::pad") && formats("<&str as core::fmt::Display>::fmt"));
        assert!(
            !formats("speech_outline::sections::lattice::forward")
                && !formats("std::panicking::panic_count::increase")
        );
        assert!(!never("std[c5930c85a12de822]::panicking::panic_count::increase"));
        assert!(!never("<hashbrown[5e619d7d1129c59f]::raw::Fallibility>::capacity_overflow"));
    }
}
