//! A module as it is read: only what a split needs to know.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{
    Export, ExternalKind, FunctionBody, Global, MemoryType, RelocationEntry, SymbolInfo, TableType,
    TypeSectionReader,
};

use crate::names::readable;

/// A module. Indices of functions count the imported ones first, as everywhere in wasm.
#[derive(Default)]
pub(crate) struct Module<'a> {
    /// The types of functions, which both parts keep as they are.
    pub(crate) types: Option<TypeSectionReader<'a>>,
    /// The functions that the host gives.
    pub(crate) imports: Vec<HostImport<'a>>,
    /// What is imported and is no function, in words.
    pub(crate) other_imports: Vec<String>,
    /// The types of the functions of its own.
    pub(crate) function_types: Vec<u32>,
    /// The functions of its own.
    pub(crate) bodies: Vec<FunctionBody<'a>>,
    pub(crate) tables: Vec<TableType>,
    pub(crate) memories: Vec<MemoryType>,
    pub(crate) globals: Vec<Global<'a>>,
    pub(crate) exports: Vec<Export<'a>>,
    /// The function that runs when the module is instantiated.
    pub(crate) start: Option<u32>,
    /// Which function is in which slot of the table.
    pub(crate) slots: BTreeMap<u32, u32>,
    pub(crate) segments: Vec<Segment<'a>>,
    /// The name section's names of functions and of globals.
    pub(crate) names: BTreeMap<u32, &'a str>,
    pub(crate) global_names: BTreeMap<u32, &'a str>,
    /// Where the contents of the code section begin in the file.
    pub(crate) code_start: usize,
    /// Where the contents of the data section begin in the file.
    pub(crate) data_start: usize,
    /// The linker's symbols and relocations, if it left them in.
    pub(crate) symbols: Vec<SymbolInfo<'a>>,
    pub(crate) code_relocations: Option<Vec<RelocationEntry>>,
    pub(crate) data_relocations: Option<Vec<RelocationEntry>>,
}

/// A function that the host gives.
pub(crate) struct HostImport<'a> {
    pub(crate) module: &'a str,
    pub(crate) name: &'a str,
    pub(crate) ty: u32,
}

/// Bytes that are in the memory from the beginning.
pub(crate) struct Segment<'a> {
    pub(crate) address: u32,
    pub(crate) bytes: &'a [u8],
    /// Where the bytes are in the file, from the beginning of the data section's contents.
    pub(crate) offset: usize,
}

impl<'a> Module<'a> {
    /// How many functions are imported.
    pub(crate) fn imported(&self) -> usize {
        self.imports.len()
    }

    pub(crate) fn is_import(&self, function: u32) -> bool {
        (function as usize) < self.imported()
    }

    /// A function's body; None for an imported one.
    pub(crate) fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        self.bodies.get((function as usize).checked_sub(self.imported())?)
    }

    /// The index of a function's type.
    pub(crate) fn type_of(&self, function: u32) -> Result<u32> {
        let import = self.imports.get(function as usize).map(|import| import.ty);
        let own = || self.function_types.get((function as usize).checked_sub(self.imported())?).copied();
        import.or_else(own).with_context(|| format!("there is no function {function}"))
    }

    /// The function as a human reads it.
    pub(crate) fn label(&self, function: u32) -> String {
        match (self.names.get(&function), self.imports.get(function as usize)) {
            (Some(name), _) => readable(name),
            (None, Some(import)) => import.name.to_owned(),
            (None, None) => format!("function {function}"),
        }
    }

    /// The exported functions, each with its index.
    pub(crate) fn exported_functions(&self) -> impl Iterator<Item = (&'a str, u32)> {
        self.exports
            .iter()
            .filter(|export| export.kind == ExternalKind::Func)
            .map(|export| (export.name, export.index))
    }

    /// The name by which something is exported, if it is.
    pub(crate) fn exported_as(&self, kind: ExternalKind, index: u32) -> Option<&'a str> {
        self.exports
            .iter()
            .find(|export| export.kind == kind && export.index == index)
            .map(|export| export.name)
    }

    /// Refuses a module to be split that has what this tool does not know.
    pub(crate) fn check(&self) -> Result<()> {
        ensure!(
            !self.names.is_empty(),
            "it has no names of functions: it needs the section `name` (does the profile strip it?)"
        );
        if let Some(import) = self.other_imports.first() {
            bail!("it imports {import}; the splitter knows imported functions only");
        }
        ensure!(self.memories.len() <= 1, "it has more than one memory, which the splitter does not know");
        ensure!(
            self.tables.len() <= 1,
            "it has more than one table, which the splitter does not know; is the second one of reference types? \
             Then build with -Ctarget-feature=-reference-types and take the section `target_features` away before \
             wasm-bindgen sees it (`splitter strip-features`)"
        );
        Ok(())
    }
}
