//! Reads a module.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow, bail, ensure};
use wasmparser::{
    ConstExpr, CustomSectionReader, Data, DataKind, Element, ElementItems, ElementKind, Encoding,
    ImportSectionReader, KnownCustom, Linking, LinkingSectionReader, Name, NameMap, NameSectionReader,
    Operator, Parser, Payload, TypeRef,
};

use crate::module::{HostImport, Module, Segment};

impl<'a> Module<'a> {
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self> {
        let mut module = Module::default();
        for payload in Parser::new(0).parse_all(bytes) {
            module.read(payload?)?;
        }
        Ok(module)
    }

    /// Takes one section.
    fn read(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::Version { encoding, .. } => {
                ensure!(encoding == Encoding::Module, "it is a component, and no module");
            }
            Payload::TypeSection(types) => self.types = Some(types),
            Payload::ImportSection(imports) => self.read_imports(imports)?,
            Payload::FunctionSection(types) => {
                self.function_types = types.into_iter().collect::<Result<_, _>>()?
            }
            Payload::TableSection(tables) => {
                self.tables = tables.into_iter().map(|table| Ok(table?.ty)).collect::<Result<_>>()?;
            }
            Payload::MemorySection(memories) => {
                self.memories = memories.into_iter().collect::<Result<_, _>>()?
            }
            Payload::GlobalSection(globals) => {
                self.globals = globals.into_iter().collect::<Result<_, _>>()?
            }
            Payload::ExportSection(exports) => {
                self.exports = exports.into_iter().collect::<Result<_, _>>()?
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(elements) => {
                elements.into_iter().try_for_each(|element| self.read_element(element?))?;
            }
            Payload::CodeSectionStart { range, .. } => self.code_start = range.start,
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(data) => {
                self.data_start = data.range().start;
                data.into_iter().try_for_each(|segment| self.read_segment(segment?))?;
            }
            Payload::CustomSection(custom) => self.read_custom(&custom)?,
            Payload::TagSection(_) => bail!("it has exceptions (tags), which the splitter does not know"),
            _ => {}
        }
        Ok(())
    }

    fn read_imports(&mut self, imports: ImportSectionReader<'a>) -> Result<()> {
        for import in imports.into_imports() {
            let import = import?;
            let what = match import.ty {
                TypeRef::Func(ty) => {
                    self.imports.push(HostImport { module: import.module, name: import.name, ty });
                    continue;
                }
                TypeRef::Memory(_) => "a memory",
                TypeRef::Table(_) => "a table",
                TypeRef::Global(_) => "a global",
                TypeRef::Tag(_) => "a tag",
                TypeRef::FuncExact(_) => "a function of an exact type",
            };
            self.other_imports.push(format!("{what} (`{}` of `{}`)", import.name, import.module));
        }
        Ok(())
    }

    /// Takes the slots of the table that an element segment fills. A declared segment fills none.
    fn read_element(&mut self, element: Element<'a>) -> Result<()> {
        let (table, offset) = match element.kind {
            ElementKind::Active { table_index, offset_expr } => {
                (table_index.unwrap_or(0), constant(&offset_expr)?)
            }
            ElementKind::Declared => return Ok(()),
            ElementKind::Passive => {
                bail!("it has a passive element segment, which the splitter does not know")
            }
        };
        let ElementItems::Functions(functions) = element.items else {
            bail!("it has an element segment of expressions, which the splitter does not know");
        };
        ensure!(table == 0, "it has an element segment of a second table, which the splitter does not know");
        for (slot, function) in (offset..).zip(functions) {
            self.slots.insert(slot, function?);
        }
        Ok(())
    }

    fn read_segment(&mut self, segment: Data<'a>) -> Result<()> {
        let DataKind::Active { offset_expr, .. } = segment.kind else {
            bail!("it has a passive data segment, which the splitter does not know");
        };
        let offset = (segment.range.end - segment.data.len()) - self.data_start;
        self.segments.push(Segment { address: constant(&offset_expr)?, bytes: segment.data, offset });
        Ok(())
    }

    fn read_custom(&mut self, custom: &CustomSectionReader<'a>) -> Result<()> {
        match (custom.name(), custom.as_known()) {
            (_, KnownCustom::Name(names)) => self.read_names(names),
            (_, KnownCustom::Linking(linking)) => self.read_symbols(&linking),
            ("reloc.CODE", KnownCustom::Reloc(relocations)) => {
                self.code_relocations = Some(relocations.entries().into_iter().collect::<Result<_, _>>()?);
                Ok(())
            }
            ("reloc.DATA", KnownCustom::Reloc(relocations)) => {
                self.data_relocations = Some(relocations.entries().into_iter().collect::<Result<_, _>>()?);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn read_names(&mut self, names: NameSectionReader<'a>) -> Result<()> {
        for name in names {
            match name? {
                Name::Function(functions) => self.names = name_map(functions)?,
                Name::Global(globals) => self.global_names = name_map(globals)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn read_symbols(&mut self, linking: &LinkingSectionReader<'a>) -> Result<()> {
        for part in linking.subsections() {
            if let Linking::SymbolTable(symbols) = part? {
                self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
            }
        }
        Ok(())
    }
}

fn name_map<'a>(names: NameMap<'a>) -> Result<BTreeMap<u32, &'a str>> {
    names
        .into_iter()
        .map(|naming| naming.map(|naming| (naming.index, naming.name)).map_err(Into::into))
        .collect()
}

/// The address or slot where a segment begins: a plain number, as the linker writes it.
fn constant(expression: &ConstExpr<'_>) -> Result<u32> {
    let unknown = || anyhow!("a segment begins at no plain number, which the splitter does not know");
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => Err(unknown()),
    }
}
