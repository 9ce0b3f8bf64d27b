//! What the concatenation makes of the forms it knows, and of others.

use anyhow::Context as _;

use super::concatenate;

fn bundle(modules: &[(&str, &str)]) -> anyhow::Result<String> {
    let (entry, _) = modules[0];
    concatenate(entry, &mut |name| {
        let module = modules.iter().find(|(other, _)| *other == name);
        module.map(|(_, text)| (*text).to_owned()).context("no such module")
    })
}

fn error(modules: &[(&str, &str)]) -> String {
    format!("{:#}", bundle(modules).unwrap_err())
}

#[test]
fn modules_come_once_and_before_those_that_need_them() {
    let text = bundle(&[
        ("entry.js", "import init, { a, b as c } from \"./glue.js\";\nimport { d } from './d.js';\ninit(a, c, d);\n"),
        ("d.js", "import { b } from \"./glue.js\";\nexport const d = b + 1;\n"),
        ("glue.js", "let wasm;\nexport function a() {\n  return wasm;\n}\nexport class b {}\nfunction go() {}\nexport { go as default };\nexport { a as unused };\nexport { wasm as __wasm }\n"),
    ])
    .unwrap();
    let expected = "\
const $glue = (() => {
let wasm;
function a() {
  return wasm;
}
class b {}
function go() {}
return { b, default: go, a };
})();
const $d = (() => {
const { b } = $glue;
const d = b + 1;
return { d };
})();
const { default: init, a, b: c } = $glue;
const { d } = $d;
init(a, c, d);
";
    assert_eq!(text, expected);
}

#[test]
fn statements_may_span_lines_and_names_may_look_like_words_of_the_language() {
    let text = bundle(&[
        ("entry.js", "import {\n  one,\n  two as zwei,\n} from \"./n-1.js\";\nimportant(one, zwei);\nimport(\"./later.js\");\nimport.meta.url;\n"),
        ("n-1.js", "export const one = 1;\nexport async function two() {}\nexports = 1;\n"),
    ])
    .unwrap();
    assert!(text.contains("const { one, two: zwei } = $n_1;"), "{text}");
    assert!(text.contains("important(one, zwei);\nimport(\"./later.js\");\nimport.meta.url;\n"));
    assert!(text.contains("exports = 1;"), "{text}");
}

#[test]
fn other_forms_are_errors_with_their_place() {
    for statement in [
        "import \"./side-effect.js\";",
        "import * as all from \"./glue.js\";",
        "import { a } from \"elsewhere\";",
        "import { a } from \"./glue.js\" with { type: \"json\" };",
    ] {
        let error = error(&[("entry.js", &format!("let x;\n{statement}\n"))]);
        assert!(error.starts_with("entry.js:2: "), "{error}");
        assert!(error.contains("form of import"), "{error}");
    }
    for statement in [
        "export default function () {};",
        "export let live = 1;",
        "export * from \"./glue.js\";",
        "export { a } from \"./glue.js\";",
        "export const { a } = b;",
    ] {
        let error = error(&[
            ("entry.js", "import { a } from \"./other.js\";\n"),
            ("other.js", &format!("\n\n{statement}\n")),
        ]);
        assert!(error.starts_with("other.js:3: "), "{error}");
        assert!(error.contains("form of export"), "{error}");
    }
}

#[test]
fn a_name_that_is_not_exported_and_a_circle_are_errors() {
    let missing = error(&[
        ("entry.js", "import { a } from \"./other.js\";\n"),
        ("other.js", "export const b = 1;\n"),
    ]);
    assert!(missing.contains("other.js is asked for `a`"), "{missing}");

    let variable = error(&[
        ("entry.js", "import { a } from \"./other.js\";\n"),
        ("other.js", "let wasm, other;\nexport { wasm as a }\n"),
    ]);
    assert!(variable.contains("other.js is asked for `a`"), "{variable}");

    let circle = error(&[
        ("entry.js", "import { a } from \"./other.js\";\n"),
        ("other.js", "import { b } from \"./third.js\";\nexport const a = 1;\n"),
        ("third.js", "import { a } from \"./other.js\";\nexport const b = 1;\n"),
    ]);
    assert!(circle.contains("third.js imports other.js"), "{circle}");

    let entry = error(&[("entry.js", "export const a = 1;\n")]);
    assert!(entry.contains("exports `a`"), "{entry}");
}
