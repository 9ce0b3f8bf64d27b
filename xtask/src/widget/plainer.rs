//! The glue without what it says again and again, and without what it does for browsers that
//! the form does not run in.

use anyhow::{Result, bail};

/// Texts of the glue, and what says the same in less.
const PLAINER: &[(&str, &str)] = &[
    // A text that is returned, and one that may not be there.
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
    const ptr = isOptional && isLikeNone(text) ? 0 : passStringToWasm0(text);
    const view = getDataViewMemory0();
    view.setInt32((at >>> 0) + 4, WASM_VECTOR_LEN, true);
    view.setInt32(at >>> 0, ptr, true);
}

function optional(object) {
    return isLikeNone(object) ? 0 : addToExternrefTable0(object);
}

function isLikeNone(",
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
    // A text is encoded first and copied then, and not encoded where it is to be: the texts of
    // a form are short. What is no text is read as one: an event that a page makes may have null
    // for its key.
    (", wasm.__wbindgen_malloc, wasm.__wbindgen_realloc)", ")"),
    (
        "function passStringToWasm0(arg, malloc, realloc) {
    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }
",
        "function passStringToWasm0(arg) {
    const bytes = cachedTextEncoder.encode(arg);
    const ptr = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    getUint8ArrayMemory0().set(bytes, ptr);
    WASM_VECTOR_LEN = bytes.length;
    return ptr;
",
    ),
    (
        "
    let len = arg.length;
    let ptr = malloc(len, 1) >>> 0;

    const mem = getUint8ArrayMemory0();

    let offset = 0;

    for (; offset < len; offset++) {
        const code = arg.charCodeAt(offset);
        if (code > 0x7F) break;
        mem[ptr + offset] = code;
    }
    if (offset !== len) {
        if (offset !== 0) {
            arg = arg.slice(offset);
        }
        ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
        const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
        const ret = cachedTextEncoder.encodeInto(arg, view);

        offset += ret.written;
        ptr = realloc(ptr, len, offset, 1) >>> 0;
    }

    WASM_VECTOR_LEN = offset;
    return ptr;
",
        "",
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
    // A decoder of Safari's fails after two billion bytes, which nobody will read here.
    (
        "    numBytesDecoded += bytes.length;
    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
        cachedTextDecoder.decode();
        numBytesDecoded = bytes.length;
    }
",
        "",
    ),
    // The memory has another buffer once it has grown.
    (
        "cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || \
         (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        "cachedDataViewMemory0?.buffer !== wasm.memory.buffer",
    ),
    (
        "cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0",
        "cachedUint8ArrayMemory0?.buffer !== wasm.memory.buffer",
    ),
    // Each instance has variables of its own, and nobody asks for these.
    ("    wasmInstance = instance;\n", ""),
    (
        "    wasmModule = module;
    cachedDataViewMemory0 = null;
    cachedUint8ArrayMemory0 = null;
    wasm.__wbindgen_start();
    return wasm;
",
        "    wasm.__wbindgen_start();\n",
    ),
    // Popovers, without which the form does not run, are younger than these.
    (
        "(typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new ",
        "new ",
    ),
    ("typeof globalThis === 'undefined' ? undefined : globalThis", "globalThis"),
    ("typeof self === 'undefined' ? undefined : self", "globalThis"),
    ("typeof window === 'undefined' ? undefined : window", "globalThis"),
    ("typeof global === 'undefined' ? undefined : global", "globalThis"),
    // A form is freed when its element is, and by nobody before.
    (
        "    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        FormFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_form_free(ptr, 0);
    }
",
        "",
    ),
    ("if (Symbol.dispose) Form.prototype[Symbol.dispose] = Form.prototype.free;\n", ""),
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
