//! Writes a part as a module.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, ImportSection, MemorySection, Module as Encoder, NameMap,
    NameSection, StartSection, TableSection, TypeSection,
};

use crate::module::Module;
use crate::part::{Part, Shared};
use crate::renumber::Renumber;

/// A part's bytes, and how many of them are code and data.
pub(crate) struct Encoded {
    pub(crate) bytes: Vec<u8>,
    pub(crate) code_bytes: usize,
    pub(crate) data_bytes: usize,
}

/// Writes a part of the bound module. What is shared belongs to the first and is imported by the second.
pub(crate) fn encode(
    bound: &Module<'_>,
    trapped: &BTreeSet<u32>,
    shared: &Shared,
    part: &Part,
) -> Result<Encoded> {
    let mut writer = Writer { bound, trapped, shared, part, renumber: Renumber::new(part) };
    let code = writer.code()?;
    let data = writer.data();
    let mut encoder = Encoder::new();
    encoder.section(&writer.types()?).section(&writer.imports()?).section(&writer.functions()?);
    if part.is_first {
        encoder.section(&writer.tables()?).section(&writer.memories()?).section(&writer.globals()?);
    }
    encoder.section(&writer.exports()?);
    if let Some(start) = part.start {
        encoder.section(&StartSection { function_index: writer.renumber.index(start)? });
    }
    encoder.section(&writer.elements()?).section(&code).section(&data).section(&writer.names()?);
    let data_bytes = part.data.iter().map(|run| run.bytes.len()).sum();
    Ok(Encoded { bytes: encoder.finish(), code_bytes: code.byte_len(), data_bytes })
}

struct Writer<'w> {
    bound: &'w Module<'w>,
    trapped: &'w BTreeSet<u32>,
    shared: &'w Shared,
    part: &'w Part,
    renumber: Renumber,
}

impl Writer<'_> {
    fn types(&mut self) -> Result<TypeSection> {
        let mut section = TypeSection::new();
        if let Some(types) = self.bound.types.clone() {
            self.renumber.parse_type_section(&mut section, types)?;
        }
        Ok(section)
    }

    fn imports(&mut self) -> Result<ImportSection> {
        let mut section = ImportSection::new();
        for function in &self.part.host_imports {
            let import = self.bound.imports.get(*function as usize);
            let import = import.with_context(|| anyhow!("function {function} is not imported"))?;
            section.import(import.module, import.name, EntityType::Function(import.ty));
        }
        for (function, name) in &self.part.from_first {
            section.import("first", name, EntityType::Function(self.bound.type_of(*function)?));
        }
        if !self.part.is_first {
            self.import_shared(&mut section)?;
        }
        Ok(section)
    }

    fn import_shared(&mut self, section: &mut ImportSection) -> Result<()> {
        for memory in &self.bound.memories {
            section.import("first", &self.shared.memory, self.renumber.memory_type(*memory)?);
        }
        for table in &self.bound.tables {
            section.import("first", &self.shared.table, self.renumber.table_type(*table)?);
        }
        for (global, name) in self.bound.globals.iter().zip(&self.shared.globals) {
            section.import("first", name, self.renumber.global_type(global.ty)?);
        }
        Ok(())
    }

    fn functions(&self) -> Result<FunctionSection> {
        let mut section = FunctionSection::new();
        for function in &self.part.functions {
            section.function(self.bound.type_of(*function)?);
        }
        Ok(section)
    }

    fn tables(&mut self) -> Result<TableSection> {
        let mut section = TableSection::new();
        for table in &self.bound.tables {
            section.table(self.renumber.table_type(*table)?);
        }
        Ok(section)
    }

    fn memories(&mut self) -> Result<MemorySection> {
        let mut section = MemorySection::new();
        for memory in &self.bound.memories {
            section.memory(self.renumber.memory_type(*memory)?);
        }
        Ok(section)
    }

    fn globals(&mut self) -> Result<GlobalSection> {
        let mut section = GlobalSection::new();
        for global in &self.bound.globals {
            self.renumber.parse_global(&mut section, global.clone())?;
        }
        Ok(section)
    }

    fn exports(&self) -> Result<ExportSection> {
        let mut section = ExportSection::new();
        for (name, function) in &self.part.exports {
            section.export(name, ExportKind::Func, self.renumber.index(*function)?);
        }
        if self.part.is_first {
            self.export_shared(&mut section);
        }
        Ok(section)
    }

    /// What the second part imports. What the bound module exports already is among it, under its own name.
    fn export_shared(&self, section: &mut ExportSection) {
        if !self.bound.memories.is_empty() {
            section.export(&self.shared.memory, ExportKind::Memory, 0);
        }
        if !self.bound.tables.is_empty() {
            section.export(&self.shared.table, ExportKind::Table, 0);
        }
        for (index, name) in (0..).zip(&self.shared.globals) {
            section.export(name, ExportKind::Global, index);
        }
    }

    /// One segment for each row of slots without a gap. What is in a gap is the other part's, or nobody's.
    fn elements(&self) -> Result<ElementSection> {
        let mut rows: Vec<(u32, Vec<u32>)> = Vec::new();
        for (slot, function) in &self.part.slots {
            let index = self.renumber.index(*function)?;
            match rows.last_mut() {
                Some((start, row)) if *start as usize + row.len() == *slot as usize => row.push(index),
                _ => rows.push((*slot, vec![index])),
            }
        }
        let mut section = ElementSection::new();
        for (start, row) in rows {
            let offset = ConstExpr::i32_const(start.cast_signed());
            section.active(None, &offset, Elements::Functions(row.into()));
        }
        Ok(section)
    }

    fn code(&mut self) -> Result<CodeSection> {
        let mut section = CodeSection::new();
        for function in &self.part.functions {
            if self.trapped.contains(function) {
                section.function(&trap());
                continue;
            }
            let body =
                self.bound.body(*function).with_context(|| anyhow!("function {function} has no body"))?;
            self.renumber
                .parse_function_body(&mut section, body.clone())
                .with_context(|| self.bound.label(*function))?;
        }
        Ok(section)
    }

    fn data(&self) -> DataSection {
        let mut section = DataSection::new();
        for run in &self.part.data {
            let offset = ConstExpr::i32_const((run.address as u32).cast_signed());
            section.active(0, &offset, run.bytes.iter().copied());
        }
        section
    }

    /// The names that the bound module has, for wasm-opt and for whoever looks for a fault.
    fn names(&self) -> Result<NameSection> {
        let (mut functions, mut globals) = (NameMap::new(), NameMap::new());
        let named = self
            .bound
            .names
            .iter()
            .filter_map(|(function, name)| Some((self.renumber.index(*function).ok()?, name)));
        named.collect::<BTreeMap<_, _>>().iter().for_each(|(index, name)| functions.append(*index, name));
        self.bound.global_names.iter().for_each(|(index, name)| globals.append(*index, name));
        let mut section = NameSection::new();
        section.functions(&functions);
        section.globals(&globals);
        Ok(section)
    }
}

/// A function that only traps.
fn trap() -> Function {
    let mut function = Function::new([]);
    function.instructions().unreachable().end();
    function
}
