//! What the WebAssembly module imports from wasm-bindgen's glue itself.

use anyhow::{Result, bail};

use super::{HERE, changed, in_name};

/// What stands before the functions, and behind them.
const HEAD: &str = "    const import0 = {\n        __proto__: null,\n";
const END: &str = "\n    };\n";

/// A function that the WebAssembly module imports.
#[derive(Debug)]
pub(super) struct Import<'a> {
    pub(super) name: &'a str,
    pub(super) text: String,
}

/// Reads the functions of the object `import0`.
pub(super) fn read(text: &str) -> Result<Vec<Import<'_>>> {
    let Some((_, rest)) = text.split_once(HEAD) else { return Err(changed(HEAD, 0, 1)) };
    let Some((object, _)) = rest.split_once(END) else { return Err(changed(END, 0, 1)) };
    let mut imports: Vec<Import<'_>> = Vec::new();
    for line in object.lines() {
        let head = line.strip_prefix("        ").filter(|line| line.starts_with(in_name));
        if let Some((name, text)) = head.and_then(|line| line.split_once(": ")) {
            imports.push(Import { name, text: text.to_owned() });
        } else if let Some(import) = imports.last_mut() {
            import.text.push('\n');
            import.text.push_str(line);
        } else {
            bail!("wasm-bindgen's glue has `{line}` before the first import; adapt {HERE} to it");
        }
    }
    for Import { name, text } in &mut imports {
        if text.pop() != Some(',') {
            bail!("wasm-bindgen's glue has an import {name} that does not end; adapt {HERE} to it");
        }
    }
    Ok(imports)
}
