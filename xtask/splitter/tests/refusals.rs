//! What the splitter refuses, and what it says then.

#![allow(clippy::unwrap_used)]

mod support;

use splitter::{Rules, split, strip_features};
use support::{bind::bind, compile, linked, rules};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, Elements, ExportKind, ExportSection,
    Function, FunctionSection, MemorySection, MemoryType, Module, NameMap, NameSection, RefType,
    TableSection, TableType, TypeSection,
};

/// The whole text of the error with which the split fails.
fn refusal(linked: &[u8], bound: &[u8], rules: &Rules) -> String {
    format!("{:#}", split(linked, bound, rules).unwrap_err())
}

#[test]
fn a_module_without_relocations() {
    let module = compile("panics", &[]);
    let text = refusal(&module, &module, &rules());
    assert_eq!(text, "the linked module: it has no relocations: link it with -Clink-arg=--emit-relocs");
}

#[test]
fn a_module_without_names() {
    let linked = linked("panics");
    let nameless = Builder::default().module();
    let text = refusal(&linked, &nameless, &rules());
    assert!(text.starts_with("the bound module: it has no names of functions"), "{text}");
}

#[test]
fn a_name_that_is_no_export() {
    let linked = linked("panics");
    let refusal =
        |name: &str| refusal(&linked, &linked, &Rules { second: vec![name.to_owned()], ..Rules::default() });
    assert_eq!(refusal("second_of_nobody"), "no exported function is called `second_of_nobody`");
    assert_eq!(refusal("third_*"), "no exported function is called `third_*`");
    assert_eq!(
        refusal("memory"),
        "no exported function is called `memory`; the export of this name is no function"
    );
}

#[test]
fn no_panics_to_trap() {
    let bound = Builder { name: true, ..Builder::default() }.module();
    let rules = Rules { trap_panics: true, ..Rules::default() };
    let text = refusal(&linked("panics"), &bound, &rules);
    assert!(text.starts_with("no function that panics was found to be trapped"), "{text}");
}

#[test]
fn modules_that_are_not_of_one_build() {
    let text = refusal(&linked("panics"), &bind(&linked("shared")), &rules());
    assert!(text.contains("this function is not in the linked module: are the two of one build"), "{text}");
}

#[test]
fn what_the_splitter_does_not_know() {
    let known = Builder { name: true, ..Builder::default() };
    let linked = linked("panics");
    let refusal = |builder: &Builder| refusal(&linked, &builder.module(), &Rules::default());
    let cases = [
        (Builder { memories: 2, ..known }, "it has more than one memory, which the splitter does not know"),
        (Builder { tables: 2, ..known }, "(`splitter strip-features`)"),
        (
            Builder { passive_data: true, ..known },
            "it has a passive data segment, which the splitter does not know",
        ),
        (
            Builder { passive_elements: true, ..known },
            "it has a passive element segment, which the splitter does not know",
        ),
        (
            Builder { drops: true, ..known },
            "the instruction elem.drop is used, which the splitter does not know",
        ),
    ];
    for (builder, text) in cases {
        let found = refusal(&builder);
        assert!(found.ends_with(text), "{found}");
    }
}

#[test]
fn features_are_stripped_and_nothing_else() {
    let with = linked("panics");
    let without = strip_features(&with).unwrap();
    assert!(support::holds(&with, "target_features"));
    assert!(!support::holds(&without, "target_features"));
    assert!(split(&without, &without, &rules()).is_ok());
}

/// Builds a module by hand.
#[derive(Clone, Copy, Default)]
struct Builder {
    name: bool,
    memories: u64,
    tables: u64,
    passive_data: bool,
    passive_elements: bool,
    drops: bool,
}

impl Builder {
    fn module(&self) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        module.section(FunctionSection::new().function(0));
        self.tables_and_memories(&mut module);
        module.section(ExportSection::new().export("run", ExportKind::Func, 0));
        if self.passive_elements {
            module.section(ElementSection::new().passive(Elements::Functions([0].as_slice().into())));
        } else if self.drops {
            module.section(ElementSection::new().declared(Elements::Functions([0].as_slice().into())));
        }
        if self.passive_data {
            module.section(&DataCountSection { count: 1 });
        }
        module.section(CodeSection::new().function(&self.function()));
        if self.passive_data {
            module.section(DataSection::new().passive([1]));
        }
        if self.name {
            let mut names = NameMap::new();
            names.append(0, "__wbindgen_made");
            let mut section = NameSection::new();
            section.functions(&names);
            module.section(&section);
        }
        module.finish()
    }

    fn tables_and_memories(&self, module: &mut Module) {
        let mut tables = TableSection::new();
        let table = TableType {
            element_type: RefType::FUNCREF,
            minimum: 1,
            maximum: None,
            table64: false,
            shared: false,
        };
        for _ in 0..self.tables {
            tables.table(table);
        }
        module.section(&tables);
        let mut memories = MemorySection::new();
        let memory =
            MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        for _ in 0..self.memories {
            memories.memory(memory);
        }
        module.section(&memories);
    }

    fn function(&self) -> Function {
        let mut function = Function::new([]);
        if self.drops {
            function.instructions().elem_drop(0);
        }
        function.instructions().end();
        function
    }
}
