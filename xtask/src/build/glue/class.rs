//! The classes of wasm-bindgen's glue.

use anyhow::{Result, bail};

use super::{HERE, name_at};

/// The methods that only `free()` is made of: applications leave freeing to the garbage collector.
const FREEING: [&str; 2] = ["free", "__destroy_into_raw"];
/// How the lines of a class at the margin begin, behind its head: its end, and the comment before the next piece.
const MARGIN: [&str; 4] = ["}", "/*", " *", "//"];

/// A class, without what frees its objects.
#[derive(Debug)]
pub(super) struct Class<'a> {
    pub(super) name: &'a str,
    pub(super) methods: Vec<Method<'a>>,
}

#[derive(Debug)]
pub(super) struct Method<'a> {
    /// Empty where the caller does not call it by a name on an object: for a constructor, an accessor and whatever is static.
    pub(super) name: &'a str,
    pub(super) text: String,
}

/// Reads the class whose text is `text`; what is at the margin before its head is a comment.
pub(super) fn read(text: &str) -> Result<Class<'_>> {
    let Some((_, body)) = text.split_once("export class ") else {
        bail!("`{text}` is no class; adapt {HERE} to it")
    };
    let name = name_at(body);
    let lines = body.lines().skip(1);
    let mut methods = Vec::new();
    let mut open: Option<Method<'_>> = None;
    for line in lines {
        let Some(inside) = line.strip_prefix("    ") else {
            if !line.is_empty() && !MARGIN.iter().any(|known| line.starts_with(known)) {
                bail!(
                    "wasm-bindgen's glue has `{line}` in the class {name}, where it would get lost; adapt {HERE} to it"
                );
            }
            continue;
        };
        // The comments between the methods have types, which the declarations have too.
        let is_head = open.is_none() && !inside.starts_with([' ', '/', '}']);
        if is_head {
            open = Some(Method { name: method_name(inside), text: String::new() });
        }
        if let Some(method) = &mut open {
            method.text.push_str(line);
            method.text.push('\n');
        }
        if inside == "}" {
            methods.extend(open.take().filter(|method| !FREEING.contains(&method.name)));
        }
    }
    if methods.is_empty() || open.is_some() {
        bail!("wasm-bindgen's glue has a class {name} without methods that end; adapt {HERE} to it");
    }
    Ok(Class { name, methods })
}

fn method_name(head: &str) -> &str {
    let name = head.split('(').next().unwrap_or_default();
    if name.contains(' ') || name == "constructor" { "" } else { name }
}
