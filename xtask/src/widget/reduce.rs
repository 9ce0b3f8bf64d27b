//! What makes the compiled widget smaller without changing what it does, before and after
//! an optimizer.

use anyhow::{Context as _, Result, bail};
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module, ModuleConfig};

use super::glue::Glue;
use super::{Profile, imports, names, plainer, unreached};

/// What wasm-opt takes for the addresses of nothing under `--low-memory-unused`.
const LOW_MEMORY: i32 = 1024;

/// Empties functions that cannot be reached, where every byte counts, shortens the names
/// between the two files, and makes the glue plainer.
pub(super) fn before_optimizing(glue: Glue, profile: Profile) -> Result<Glue> {
    if profile == Profile::Dev {
        return Ok(glue);
    }
    let mut module = ModuleConfig::new()
        .generate_name_section(keeps_names())
        .generate_producers_section(false)
        .parse(&glue.wasm)
        .context("the WebAssembly that wasm-bindgen made cannot be read")?;
    check_low_memory(&module)?;
    if profile == Profile::Smallest {
        for part in unreached::empty(&mut module)? {
            println!("  xtask/unreached.txt: no function here is called `{part}`");
        }
    }
    let javascript = imports::list(&mut module, &plainer::made(&glue.javascript)?)?;
    let javascript = names::shorten(&mut module, &javascript);
    Ok(Glue { javascript, wasm: module.emit_wasm() })
}

/// Makes sure that no data is where the optimizer is told that nothing is: the stack comes
/// first, and ends there.
fn check_low_memory(module: &Module) -> Result<()> {
    for data in module.data.iter() {
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } = data.kind
            && (0..LOW_MEMORY).contains(&at)
        {
            bail!(
                "there is data at address {at}: xtask/src/dist/optimize.rs promises wasm-opt \
                 that there is none below {LOW_MEMORY}"
            );
        }
    }
    Ok(())
}

/// Takes out of the glue what an optimizer has left without use.
pub(super) fn after_optimizing(
    javascript: String,
    wasm: &[u8],
    profile: Profile,
) -> Result<String> {
    if profile == Profile::Dev {
        return Ok(javascript);
    }
    let imported = imports::imported(wasm).context("the optimized WebAssembly cannot be read")?;
    Ok(names::without_unused_functions(&imports::prune(&javascript, &imported)))
}

/// For who looks into the WebAssembly at what weighs how much.
fn keeps_names() -> bool {
    std::env::var_os("KEEP_NAMES").is_some()
}
