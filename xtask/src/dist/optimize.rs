//! The steps that make the files small, one function each. They use binaryen, esbuild and terser
//! from npm.

use std::collections::{HashMap, HashSet};
use std::fs;

use anyhow::{Context as _, Result, ensure};
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module, ModuleConfig};

use crate::tools::npm::Packages;
use crate::widget::{self, Bundle, CLASSIC, Glue, MODULE, PLAIN, REACT};
use crate::{process, workspace};

/// wasm-opt's options, chosen for the smallest size after brotli.
const WASM_OPT: [&str; 9] = [
    // Inline only tiny functions that have one caller. Many small functions compress better than a
    // few large ones, because the local variables of a large function have many different numbers.
    "--one-caller-inline-max-function-size=20",
    // A repeated expression costs less than a variable for it.
    "--skip-pass=local-cse",
    // A new data segment after some zeros costs more than the zeros.
    "--skip-pass=memory-packing",
    // `check_low_memory` checks that this holds.
    "--low-memory-unused",
    "-Oz",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// `--low-memory-unused` promises that no data is below this address.
const LOW_MEMORY: i32 = 1024;

/// Optimizes the WebAssembly. Keeps the input, which has the function names, as
/// `target/optimize/before.wasm` for size analysis (twiggy).
pub(super) fn wasm(packages: &Packages, wasm: &[u8]) -> Result<Vec<u8>> {
    check_low_memory(&parse(wasm)?)?;
    let folder = workspace::made("optimize");
    fs::create_dir_all(&folder)?;
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    fs::write(&before, wasm)?;
    let mut wasm_opt = packages.program("binaryen/bin/wasm-opt");
    wasm_opt.args(WASM_OPT).arg(&before).arg("-o").arg(&after);
    process::quietly(&mut wasm_opt).context("wasm-opt cannot optimize the WebAssembly")?;
    Ok(fs::read(&after)?)
}

/// Checks that no data is at a low address. The linker puts the stack first, so this fails only if
/// the linker changes.
fn check_low_memory(module: &Module) -> Result<()> {
    for data in module.data.iter() {
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } = data.kind {
            ensure!(
                !(0..LOW_MEMORY).contains(&at),
                "there is data at address {at}: take --low-memory-unused from wasm-opt's options"
            );
        }
    }
    Ok(())
}

/// Shortens the names of the imports and exports that wasm-bindgen has named, in the WebAssembly
/// and in the glue. In the glue, every whole word that is such a name is replaced.
pub(super) fn rename(glue: &Glue) -> Result<Glue> {
    let mut module = parse(&glue.wasm)?;
    let words: HashSet<&str> = glue.javascript.split(is_outside_words).collect();
    let pairs = ('a'..='z').flat_map(|first| ('a'..='z').map(move |last| [first, last]));
    let mut unused = pairs.map(String::from_iter).filter(|name| !words.contains(name.as_str()));
    let mut names = HashMap::new();
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    let exports = module.exports.iter_mut().map(|export| &mut export.name);
    for name in imports.chain(exports) {
        if (name.starts_with("__") || name.len() > LONG) && words.contains(name.as_str()) {
            let short = unused.next().context("there are more names than pairs of letters")?;
            names.insert(std::mem::replace(name, short.clone()), short);
        }
    }
    let mut javascript = String::new();
    for part in glue.javascript.split_inclusive(is_outside_words) {
        let word = part.trim_end_matches(is_outside_words);
        javascript.push_str(names.get(word).map_or(word, String::as_str));
        javascript.push_str(&part[word.len()..]);
    }
    Ok(Glue { javascript, wasm: module.emit_wasm() })
}

/// A name longer than this is wasm-bindgen's. Names that people have chosen are shorter.
const LONG: usize = 40;

fn is_outside_words(c: char) -> bool {
    !c.is_alphanumeric() && c != '_' && c != '$'
}

fn parse(wasm: &[u8]) -> Result<Module> {
    ModuleConfig::new()
        .generate_producers_section(false)
        .parse(wasm)
        .context("the WebAssembly that wasm-bindgen made cannot be read")
}

/// Minifies the style sheet.
pub(super) fn style(packages: &Packages) -> Result<String> {
    let folder = workspace::made("optimize");
    fs::create_dir_all(&folder)?;
    let whole = folder.join("style.css");
    fs::write(&whole, widget::style()?)?;
    let mut esbuild = packages.program("esbuild/bin/esbuild");
    esbuild.arg(whole).args(["--minify", "--log-level=warning"]);
    process::quietly(&mut esbuild).context("esbuild cannot minify the style sheet")
}

/// Terser's options for compression, chosen by what is smallest after brotli. Statements are as short
/// as expressions with commas, and more alike; so are functions beside each other. Arrow functions
/// are safe here: nothing calls the glue's functions by `new`.
const TERSER: &str = "passes=2,sequences=false,hoist_funs=true,unsafe_arrows=true";

/// The files that `require` gets, each with the module that it is made of and esbuild's options.
pub(super) const COMMONJS: [(&str, &str, &[&str]); 2] = [
    (PLAIN, "lead-phone-form.cjs", &["--bundle", "--minify"]),
    // Unit tests that use `require` cannot import, so the element is required there too.
    (REACT, "react.cjs", &["--supported:dynamic-import=false"]),
];

/// Bundles the modules into one with esbuild, because an `integrity` attribute covers one file and
/// not its imports. Then minifies the bundle and the classic script. Terser runs after esbuild and
/// saves another 400 bytes.
pub(super) fn scripts(packages: &Packages, mut bundle: Bundle, minify: bool) -> Result<Bundle> {
    let (from, to) = (workspace::made("optimize/modules"), workspace::made("optimize/script.js"));
    bundle.write(&from)?;
    for (name, bundling, minifying) in [
        (MODULE, &["--bundle", "--format=esm", "--charset=utf8"][..], "--module"),
        // Browsers read a classic script in the page's encoding, so it must stay ASCII.
        (CLASSIC, &["--charset=ascii"], "--format=ascii_only"),
    ] {
        let mut esbuild = packages.program("esbuild/bin/esbuild");
        esbuild.arg(from.join(name)).arg(format!("--outfile={}", to.display())).args(bundling);
        esbuild.args(["--target=es2022", "--log-level=warning"]).args(minify.then_some("--minify"));
        process::quietly(&mut esbuild).with_context(|| format!("esbuild refuses {name}"))?;
        if minify {
            let mut terser = packages.program("terser/bin/terser");
            terser
                .arg(&to)
                .arg("--output")
                .arg(&to)
                .args(["--mangle", "--ecma", "2022", minifying]);
            terser.args(["--compress", TERSER]);
            process::quietly(&mut terser).with_context(|| format!("terser refuses {name}"))?;
        }
        bundle.insert(name, fs::read(&to)?);
    }
    for (module, name, options) in COMMONJS {
        let mut esbuild = packages.program("esbuild/bin/esbuild");
        esbuild.arg(from.join(module)).args(["--format=cjs", "--platform=node", "--charset=utf8"]);
        esbuild.args(["--target=es2022", "--log-level=warning"]).args(options);
        let made = process::quietly(&mut esbuild);
        let made = made.with_context(|| format!("esbuild refuses {module}"))?;
        bundle.insert(name, made.into_bytes());
    }
    bundle.retain(|name| !name.ends_with(".js") || [MODULE, CLASSIC, REACT].contains(&name));
    Ok(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_halves_have_the_same_short_names() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        for name in ["memory", "form_new", "__wbindgen_malloc", "__unused"] {
            module.exports.add(name, memory);
        }
        let javascript = "aa(wasm.__wbindgen_malloc, my__wbindgen_malloc, form_new, wasm.memory)";
        let glue = Glue { javascript: javascript.to_owned(), wasm: module.emit_wasm() };
        let renamed = rename(&glue).unwrap();
        assert_eq!(renamed.javascript, "aa(wasm.ab, my__wbindgen_malloc, form_new, wasm.memory)");
        let module = parse(&renamed.wasm).unwrap();
        let exports: Vec<_> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exports, ["memory", "form_new", "ab", "__unused"]);
    }

    #[test]
    fn data_at_a_low_address_is_an_error() {
        for (at, fits) in [(1023, false), (1024, true)] {
            let mut module = Module::default();
            let memory = module.memories.add_local(false, false, 1, None, None);
            let offset = ConstExpr::Value(Value::I32(at));
            module.data.add(DataKind::Active { memory, offset }, vec![1]);
            assert_eq!(check_low_memory(&module).is_ok(), fits, "{at}");
        }
    }
}
