//! The glue without what it says again and again, and without what it does for browsers that
//! the form does not run in.

use anyhow::{Result, bail};

/// Texts of the glue, and what says the same in less.
const PLAINER: [(&str, &str); 8] = [
    // A text that is returned; one that has to be there throws where it is not.
    (
        "            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
",
        "            returnText(arg0, ret);\n",
    ),
    (
        "            var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            var len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
",
        "            returnText(arg0, ret, true);\n",
    ),
    // An object that is returned, if there is one.
    ("isLikeNone(ret) ? 0 : addToExternrefTable0(ret)", "optional(ret)"),
    (
        "function isLikeNone(",
        "function returnText(at, text, isOptional) {
    const ptr = isOptional && isLikeNone(text) ? 0 : passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const view = getDataViewMemory0();
    view.setInt32((at >>> 0) + 4, WASM_VECTOR_LEN, true);
    view.setInt32(at >>> 0, ptr, true);
}

function optional(object) {
    return isLikeNone(object) ? 0 : addToExternrefTable0(object);
}

function isLikeNone(",
    ),
    // Popovers, without which the form does not run, are younger than these.
    (
        "(typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new ",
        "new ",
    ),
    (
        "if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}
",
        "",
    ),
    // Of a function that may throw into the WebAssembly, one that does, as `imports` calls it.
    (
        "function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        const idx = addToExternrefTable0(e);
        wasm.__wbindgen_exn_store(idx);
    }
}
",
        "function catching(call) {
    return (...values) => {
        try {
            return call(...values);
        } catch (error) {
            wasm.__wbindgen_exn_store(addToExternrefTable0(error));
        }
    };
}
",
    ),
    // Every call has a third argument.
    (
        "    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }
",
        "",
    ),
];

/// Says the same in less.
///
/// # Errors
///
/// If the glue has another shape than this knows.
pub(super) fn made(javascript: &str) -> Result<String> {
    let mut text = javascript.to_owned();
    for (long, short) in PLAINER {
        if !text.contains(long) {
            bail!("the glue no longer says what follows: see what it says instead.\n{long}");
        }
        text = text.replace(long, short);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_knows_becomes_less_and_what_it_does_not_know_is_an_error() {
        let glue: String = PLAINER.iter().map(|(long, _)| *long).collect();
        let plainer = made(&glue).unwrap();
        assert!(plainer.contains("function optional(object) {"), "{plainer}");
        assert!(!plainer.contains("encodeInto"), "{plainer}");
        assert!(made(&glue.replace("realloc === undefined", "!realloc")).is_err());
    }
}
