//! What wasm-bindgen does to a module, as far as it matters here: it adds an import, so that all functions get other numbers, takes hashes
//! from the names of exports, and keeps no custom section but the names.

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{EntityType, ExportSection, ImportSection, Module, NameMap, NameSection};
use wasmparser::{CustomSectionReader, Export, ImportSectionReader, KnownCustom, Name, Parser};

/// The module as wasm-bindgen would leave it.
pub fn bind(linked: &[u8]) -> Vec<u8> {
    let mut module = Module::new();
    Binder.parse_core_module(&mut module, Parser::new(0), linked).unwrap();
    module.finish()
}

struct Binder;

type Result<T> = std::result::Result<T, Error<std::convert::Infallible>>;

impl Reencode for Binder {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32> {
        Ok(function + 1)
    }

    fn parse_import_section(&mut self, to: &mut ImportSection, from: ImportSectionReader<'_>) -> Result<()> {
        to.import("glue", "__wbindgen_added", EntityType::Function(0));
        utils::parse_import_section(self, to, from)
    }

    fn parse_export(&mut self, to: &mut ExportSection, mut export: Export<'_>) -> Result<()> {
        export.name = plain(export.name);
        utils::parse_export(self, to, export)
    }

    fn parse_custom_section(&mut self, module: &mut Module, from: CustomSectionReader<'_>) -> Result<()> {
        match from.as_known() {
            KnownCustom::Name(_) => utils::parse_custom_section(self, module, from),
            _ => Ok(()),
        }
    }

    fn parse_custom_name_subsection(&mut self, to: &mut NameSection, from: Name<'_>) -> Result<()> {
        let Name::Function(functions) = from else { return Ok(()) };
        let mut names = NameMap::new();
        for naming in functions {
            let naming = naming?;
            names.append(naming.index + 1, plain(naming.name));
        }
        to.functions(&names);
        Ok(())
    }
}

fn plain(name: &str) -> &str {
    name.strip_suffix("_0123456789abcdef").unwrap_or(name)
}
