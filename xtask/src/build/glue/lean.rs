//! wasm-bindgen's helpers in fewer bytes: without what they do for engines without `encodeInto()`, and for texts longer than any of ours.

use anyhow::Result;

use super::changed;

/// How each helper begins, and what stands in its place. A text is written where it is to stand, in room for its
/// longest form, of which the rest is given back; what is none (`atob()` of a hostile page) becomes one, or what Rust says of its length is wrong. `encode()` makes an array of its own for each text, which took longer than all else.
const HELPERS: [(&str, &str); 3] = [
    (
        "function passStringToWasm0(arg, malloc, realloc) {\n",
        "function passStringToWasm0(arg, malloc) {
    const room = 3 * (arg += '').length;
    const ptr = malloc(room, 1) >>> 0;
    WASM_VECTOR_LEN = cachedTextEncoder.encodeInto(arg, getUint8ArrayMemory0().subarray(ptr)).written;
    return room ? wasm.__wbindgen_realloc(ptr, room, WASM_VECTOR_LEN, 1) >>> 0 : ptr;
}
function giveText(at, text) {
    const ptr = isLikeNone(text) ? 0 : passStringToWasm0(text, wasm.__wbindgen_malloc);
    const view = getDataViewMemory0();
    view.setInt32((at >>> 0) + 4, WASM_VECTOR_LEN, true);
    view.setInt32(at >>> 0, ptr, true);
}
function takeResult(result) {
    if (result[2]) throw takeObject(result[1]);
    return takeObject(result[0]);
}
",
    ),
    (
        "function getDataViewMemory0() {\n",
        "function getDataViewMemory0() {
    if (cachedDataViewMemory0?.buffer !== wasm.memory.buffer) cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    return cachedDataViewMemory0;
}
",
    ),
    // Safari's decoder fails after 2 GB, for which wasm-bindgen counts; no page reads that many names and URLs.
    (
        "function decodeText(bytes) {\n",
        "function decodeText(bytes) {
    return cachedTextDecoder.decode(bytes);
}
",
    ),
];
/// What stands in many functions, and what calls one of the helpers in its place.
const REPEATED: [(&str, &str); 3] = [
    (
        "var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            var len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
",
        "giveText(arg0, ret);\n",
    ),
    (
        "const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
",
        "giveText(arg0, ret);\n",
    ),
    (
        "if (ret[2]) {
            throw takeObject(ret[1]);
        }
        return takeObject(ret[0]);
",
        "return takeResult(ret);\n",
    ),
];
const REALLOC: &str = ", wasm.__wbindgen_realloc)";
/// What helps engines without `encodeInto()`, which nothing calls any more.
const ENCODE_INTO: &str = "if (!('encodeInto' in cachedTextEncoder)) {\n";
const END: &str = "\n}\n";

/// The glue with shorter helpers.
pub(crate) fn lean(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for (repeated, call) in REPEATED {
        if !glue.contains(repeated) {
            return Err(changed(repeated, 0, "at least once"));
        }
        glue = glue.replace(repeated, call);
    }
    for (begin, own) in HELPERS.into_iter().chain([(ENCODE_INTO, "")]) {
        let Some((before, rest)) = glue.split_once(begin) else { return Err(changed(begin, 0, 1)) };
        let Some((_, after)) = rest.split_once(END) else { return Err(changed(END, 0, "1 after a helper")) };
        glue = [before, own, after].concat();
    }
    Ok(glue.replace(REALLOC, ")"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "let cachedDataViewMemory0 = null;\nfunction getDataViewMemory0() {\n    if (x) {\n    }\n    return 1;\n}\n\n\
        function passStringToWasm0(arg, malloc, realloc) {\n    if (y) {\n    }\n    return 2;\n}\n\n\
        function decodeText(bytes) {\n    if (z) {\n    }\n    return 3;\n}\n\n\
        if (!('encodeInto' in cachedTextEncoder)) {\n    a();\n}\nconst z = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);\n";

    /// The glue with all that is repeated in it.
    fn glue() -> String {
        let repeated = REPEATED.iter().map(|(repeated, _)| format!("function a() {{\n{repeated}}}\n\n"));
        GLUE.to_owned() + &repeated.collect::<String>()
    }

    #[test]
    fn helpers_are_shorter() {
        let lean = lean(&glue()).unwrap();
        assert!(
            lean.contains("cachedTextEncoder.encodeInto(arg,")
                && lean.contains("cachedDataViewMemory0?.buffer")
        );
        assert!(lean.contains("const z = passStringToWasm0(ret, wasm.__wbindgen_malloc);\n"), "{lean}");
        assert!(
            !lean.contains("return 1")
                && !lean.contains("return 2")
                && !lean.contains("return 3")
                && !lean.contains("'encodeInto'")
        );
    }

    #[test]
    fn what_is_repeated_calls_a_helper() {
        let lean = lean(&glue()).unwrap();
        for call in ["{\ngiveText(arg0, ret);\n}", "{\nreturn takeResult(ret);\n}"] {
            assert!(lean.contains(call), "{call}: {lean}");
        }
        assert!(lean.contains("function giveText(at, text)") && lean.contains("function takeResult(result)"));
    }

    #[test]
    fn a_helper_of_another_shape_fails_the_build() {
        for text in [
            "(arg, malloc, realloc)",
            "getDataViewMemory0() {",
            "'encodeInto' in",
            "var ptr1 =",
            "const ptr1 =",
            "ret[2]",
        ] {
            assert!(lean(&glue().replace(text, "x")).is_err(), "{text}");
        }
    }
}
