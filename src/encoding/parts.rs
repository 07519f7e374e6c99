//! Taking texts apart and putting them together. The standard library does it too, for any pattern and any separator: 0.6 KB
//! of the package.

/// The parts as one text.
pub(crate) fn concat(parts: &[&str]) -> String {
    join(parts, "")
}

/// The parts as one text, with `between` between them.
pub(crate) fn join(parts: &[&str], between: &str) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(between);
        }
        text.push_str(part);
    }
    text
}

/// What is before and after the first `at`, an ASCII character.
pub(crate) fn split_once(text: &str, at: u8) -> Option<(&str, &str)> {
    let index = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..index)?, text.get(index + 1..)?))
}

/// The parts between each `at`, an ASCII character.
pub(crate) fn split(text: &str, at: u8) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((part, more)) = split_once(rest, at) {
        parts.push(part);
        rest = more;
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library() {
        for text in ["", ".", "a", "a.b", ".a..b.", "é.ü"] {
            assert_eq!(split(text, b'.'), text.split('.').collect::<Vec<_>>());
            assert_eq!(split_once(text, b'.'), text.split_once('.'));
            let parts: Vec<_> = text.split('.').collect();
            assert_eq!((join(&parts, " or "), concat(&parts)), (parts.join(" or "), parts.concat()));
        }
    }
}
