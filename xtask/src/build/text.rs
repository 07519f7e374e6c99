//! A wasm module as the text of a script: as characters it is 3 % more than its file after compression, where base64 is 33 %.
//! `js/decode.js` reads it.

use std::fmt::Write as _;

use anyhow::{Result, bail};

/// What each byte is XORed with, so that the frequent ones are one byte of UTF-8 each: no other number, added or XORed, gives a smaller file.
const MASK: u8 = 118;
/// Stands for the text while the script is bundled and minified: neither tool keeps such a text as it is. A name that nothing declares,
/// since a text would be reckoned with.
const PLACEHOLDER: &str = "CLERK_WASM_MODULE";

/// A module of JavaScript that has the text and its length, by a placeholder.
pub(crate) fn placeholder(module: &[u8]) -> String {
    format!("export const text = {PLACEHOLDER};\nexport const length = {};\n", module.len())
}

/// The script with the text in the placeholder's stead.
pub(crate) fn filled(script: &str, module: &[u8]) -> Result<String> {
    if script.matches(PLACEHOLDER).count() != 1 {
        bail!("the bundled script does not have `{PLACEHOLDER}` once; adapt xtask/src/build/text.rs to it");
    }
    Ok(script.replace(PLACEHOLDER, &template(module)))
}

/// A template literal, with escapes for what it cannot hold or what tools change in it.
fn template(module: &[u8]) -> String {
    let mut text = String::from("`");
    for byte in module {
        match char::from(byte ^ MASK) {
            // Not `\0`, which a digit may follow.
            '\0' => text.push_str("\\x00"),
            '\r' => text.push_str("\\r"),
            '\n' => text.push_str("\\n"),
            char @ ('\\' | '`' | '$') => {
                let _ = write!(text, "\\{char}");
            }
            char => text.push(char),
        }
    }
    text.push('`');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_takes_the_placeholder_s_place() {
        let all: Vec<u8> = (0..=255).collect();
        let script = placeholder(&all);
        assert!(script.contains("length = 256"));
        let filled = filled(&script, &all).unwrap();
        // 0 becomes a `v`; what becomes a zero byte, a line end, a backslash, a backquote or a dollar is escaped.
        assert!(filled.starts_with("export const text = `vwturs"), "{filled:?}");
        for escaped in ["\\x00", "\\r", "\\n", "\\\\", "\\`", "\\$"] {
            assert!(filled.contains(escaped), "{escaped}");
        }
        assert!(!filled.contains('\r') && !filled.contains('\0'));
    }

    #[test]
    fn a_script_without_the_placeholder_fails_the_build() {
        assert!(filled("export const a = 1;", &[]).is_err());
    }
}
