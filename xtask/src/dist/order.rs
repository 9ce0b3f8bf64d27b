//! The functions of the WebAssembly in another order, and what it says of alignment left out:
//! the same program, smaller over the wire.
//!
//! A compressor finds what repeats best where it was seen last. Compilers and optimizers put a
//! function where it was met or by how often it is called; here those with the same type, and
//! among them those that begin alike, come after each other.

use std::convert::Infallible;

use anyhow::{Context as _, Result, bail};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, MemArg, Module};
use wasmparser::{
    CodeSectionReader, CompositeInnerType, FunctionSectionReader, Imports, Parser, Payload,
    TypeRef, ValType,
};

/// The same module with its functions in order and without promises of alignment.
///
/// # Errors
///
/// If the module is none, or has types other than of functions.
pub(super) fn ordered(wasm: &[u8]) -> Result<Vec<u8>> {
    let functions = Functions::read(wasm)?;
    let mut order: Vec<usize> = (0..functions.bodies.len()).collect();
    order.sort_by_cached_key(|&index| functions.key(index));
    let mut places = vec![0; order.len()];
    for (place, &index) in (0..).zip(&order) {
        places[index] = place;
    }
    let mut module = Module::new();
    InOrder { functions: &functions, order, places }
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("the WebAssembly cannot be written anew")?;
    Ok(module.finish())
}

/// What one type of functions takes and returns.
type Type = (Vec<ValType>, Vec<ValType>);

/// What a module says of its functions.
#[derive(Default)]
struct Functions<'a> {
    types: Vec<Type>,
    /// How many are imported: these come first in the numbering, and stay.
    imported: u32,
    /// For each that is not imported, which of the types it has.
    type_indices: Vec<u32>,
    /// Their local variables and instructions.
    bodies: Vec<&'a [u8]>,
}

impl<'a> Functions<'a> {
    fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut functions = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(section) => {
                    for group in section {
                        for found in group?.into_types() {
                            let CompositeInnerType::Func(found) = found.composite_type.inner else {
                                bail!("the WebAssembly has a type that is not a function's");
                            };
                            let (parameters, results) = (found.params(), found.results());
                            functions.types.push((parameters.to_vec(), results.to_vec()));
                        }
                    }
                }
                Payload::ImportSection(section) => {
                    for imports in section {
                        let Imports::Single(_, import) = imports? else {
                            bail!(
                                "the WebAssembly imports in groups, which wasm-opt did not write"
                            );
                        };
                        functions.imported += u32::from(matches!(import.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    functions.type_indices = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => functions.bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        Ok(functions)
    }

    /// By what the functions are put in order. Those that take the same begin alike, more than
    /// those that return the same.
    fn key(&self, index: usize) -> impl Ord {
        let (parameters, results) = &self.types[self.type_indices[index] as usize];
        let names = |types: &[ValType]| types.iter().map(ToString::to_string).collect::<Vec<_>>();
        (names(parameters), names(results), self.bodies[index])
    }
}

/// Writes a module anew with the functions where they are to be.
struct InOrder<'a> {
    functions: &'a Functions<'a>,
    /// Which function comes at each place.
    order: Vec<usize>,
    /// The place of each function.
    places: Vec<u32>,
}

impl Reencode for InOrder<'_> {
    type Error = Infallible;

    fn function_index(&mut self, index: u32) -> Result<u32, reencode::Error<Infallible>> {
        let imported = self.functions.imported;
        let place = index.checked_sub(imported).map(|own| self.places[own as usize]);
        Ok(place.map_or(index, |place| imported + place))
    }

    /// How an address is aligned is a hint, and none is always true.
    fn mem_arg(&mut self, from: wasmparser::MemArg) -> Result<MemArg, reencode::Error<Infallible>> {
        let to = reencode::utils::mem_arg(self, from)?;
        Ok(MemArg { align: 0, ..to })
    }

    fn parse_function_section(
        &mut self,
        to: &mut FunctionSection,
        _from: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        for &index in &self.order {
            to.function(self.functions.type_indices[index]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        to: &mut CodeSection,
        from: CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        let bodies = from.into_iter().collect::<Result<Vec<_>, _>>()?;
        for index in self.order.clone() {
            self.parse_function_body(to, bodies[index].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use wasm_encoder as write;
    use wasmparser::{ExternalKind, Operator};

    use super::*;

    /// Four functions, of which one is imported; each of the others calls the next and reads
    /// from another place in memory.
    fn module() -> Vec<u8> {
        let mut types = write::TypeSection::new();
        types.ty().function([], [write::ValType::I32]);
        types.ty().function([write::ValType::I32], []);
        let mut imports = write::ImportSection::new();
        imports.import("g", "a", write::EntityType::Function(1));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        let mut exports = write::ExportSection::new();
        for (index, kind, name, calls) in [(1, 1, "one", 3), (2, 0, "two", 0), (3, 1, "three", 1)] {
            functions.function(kind);
            exports.export(name, write::ExportKind::Func, index);
            let mut body = write::Function::new([]);
            let mut instructions = body.instructions();
            let at = MemArg { offset: u64::from(index), align: 2, memory_index: 0 };
            instructions.i32_const(0).i32_load(at).call(calls);
            if kind == 0 {
                instructions.i32_const(0);
            }
            instructions.end();
            code.function(&body);
        }
        let mut memories = write::MemorySection::new();
        memories.memory(write::MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&memories);
        module.section(&exports).section(&code);
        module.finish()
    }

    type Meaning = BTreeMap<String, (Type, u64, u8, Option<String>)>;

    /// For each exported function by its name: its type, the offset that it reads from with
    /// the alignment that it promises, and the name of what it calls, `None` for the import.
    fn meaning(wasm: &[u8]) -> Result<Meaning> {
        let functions = Functions::read(wasm)?;
        let mut names = BTreeMap::new();
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::ExportSection(section) = payload? {
                for export in section {
                    let export = export?;
                    assert_eq!(export.kind, ExternalKind::Func);
                    names.insert(export.index, export.name.to_owned());
                }
            }
        }
        let mut meaning = BTreeMap::new();
        for (index, name) in &names {
            let own = (index - functions.imported) as usize;
            let reader = wasmparser::BinaryReader::new(functions.bodies[own], 0);
            let body = wasmparser::FunctionBody::new(reader);
            let (mut read, mut called) = (None, None);
            for operator in body.get_operators_reader()? {
                match operator? {
                    Operator::I32Load { memarg } => read = Some((memarg.offset, memarg.align)),
                    Operator::Call { function_index } => called = Some(function_index),
                    _ => {}
                }
            }
            let kind = functions.types[functions.type_indices[own] as usize].clone();
            let (offset, align) = read.context("it reads nothing")?;
            let called = names.get(&called.context("it calls nothing")?).cloned();
            meaning.insert(name.clone(), (kind, offset, align, called));
        }
        Ok(meaning)
    }

    #[test]
    fn functions_of_a_type_come_together_and_mean_the_same() -> Result<()> {
        let before = module();
        let after = ordered(&before)?;
        assert_eq!(Functions::read(&before)?.type_indices, [1, 0, 1]);
        assert_eq!(Functions::read(&after)?.type_indices, [0, 1, 1]);
        let mut expected = meaning(&before)?;
        for (.., align, _) in expected.values_mut() {
            assert_eq!(*align, 2);
            *align = 0;
        }
        assert_eq!(meaning(&after)?, expected);
        Ok(())
    }

    #[test]
    fn what_is_no_module_is_an_error() {
        assert!(ordered(b"\0asm\x01\0\0\0\x01\x05").is_err());
        assert!(ordered(b"<html>").is_err());
    }
}
