//! wasm-bindgen's glue as a function that makes an instance.

use anyhow::{Result, bail};

use super::statements;

/// Where the glue takes the exports of an instance.
const EXPORTS: &str = "wasm = instance.exports;";

/// What the glue calls the two steps around making an instance, which `www/instance.js` does:
/// it fetches and compiles by itself.
const STEPS: [(&str, &str); 2] =
    [("imports", "__wbg_get_imports"), ("begin", "__wbg_finalize_init")];

/// The glue holds one instance in its variables, and keeps it for ever. As the body of a
/// function it does so once for each call, so that a page can have another instance after
/// one has failed; and `guard` gets the exports first, to see that.
pub(in crate::widget) fn instantiable(glue: &str) -> Result<String> {
    let source = statements::parse("glue.js", glue)?;
    if let Some(import) = source.imports.first() {
        bail!("the glue imports {}, and a function cannot", import.from);
    }
    if source.body.matches(EXPORTS).count() != 1 {
        bail!("the glue no longer says `{EXPORTS}` once: see what it says instead");
    }
    let body = source.body.replace(EXPORTS, "wasm = guard(instance.exports);");
    let mut returned = Vec::new();
    for (step, local) in STEPS {
        if !body.contains(&format!("function {local}(")) {
            bail!("the glue no longer has a function `{local}`: see what it has instead");
        }
        returned.push(super::pair(step, local));
    }
    for (exported, local) in &source.exports {
        match exported.as_str() {
            // The WebAssembly starts itself; the others would only be weight.
            "default" | "initSync" | "start" => {}
            name => returned.push(super::pair(name, local)),
        }
    }
    Ok(format!(
        "export function instantiate(guard) {{\n{body}return {{ {} }};\n}}\n",
        returned.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "export class Form {}\nexport function start() {}\nlet wasm;\n\
        function __wbg_get_imports() {}\n\
        function __wbg_finalize_init(instance) {\n    wasm = instance.exports;\n}\n\
        export { initSync, __wbg_init as default };\n";

    const RETURNED: &str =
        "return { imports: __wbg_get_imports, begin: __wbg_finalize_init, Form };\n}\n";

    #[test]
    fn each_call_makes_an_instance_whose_exports_are_guarded() {
        let module = instantiable(GLUE).unwrap();
        assert!(module.starts_with("export function instantiate(guard) {\nclass Form {}\n"));
        assert!(module.contains("wasm = guard(instance.exports);"), "{module}");
        assert!(module.ends_with(RETURNED), "{module}");
    }

    #[test]
    fn a_glue_of_another_shape_is_an_error() {
        assert!(instantiable(&GLUE.replace("instance.exports", "instance.all")).is_err());
        assert!(instantiable(&GLUE.replace("get_imports", "imports")).is_err());
        assert!(instantiable(&format!("import a from \"./a.js\";\n{GLUE}")).is_err());
    }
}
