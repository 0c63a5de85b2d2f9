//! What a module consists of, read from its bytes.

use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::step::Outcome;

/// A module that still has the names of its functions.
#[derive(Debug, Default)]
pub struct Module {
    /// Each function's name, and how many bytes its code takes.
    pub functions: Vec<(String, usize)>,
    /// The bytes that lie in memory when the module starts.
    pub data: Vec<u8>,
}

impl Module {
    pub fn read(file: &[u8]) -> Outcome<Self> {
        let (mut module, mut imported) = (Self::default(), 0);
        for payload in Parser::new(0).parse_all(file) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let is_function = matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_));
                        imported += usize::from(is_function);
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    module.functions.push((String::new(), body.range().len()));
                }
                Payload::DataSection(segments) => {
                    for segment in segments {
                        module.data.extend_from_slice(segment?.data);
                    }
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        for name in names {
                            if let Name::Function(functions) = name? {
                                for function in functions {
                                    let function = function?;
                                    let index = (function.index as usize).checked_sub(imported);
                                    if let Some((name, _)) = index.and_then(|i| module.functions.get_mut(i)) {
                                        function.name.clone_into(name);
                                    }
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(module)
    }
}
