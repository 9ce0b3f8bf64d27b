//! What is changed in Yew, and why.

use anyhow::{Context as _, Result, ensure};

/// Files of Yew's that the project has written anew.
pub(super) const FILES: &[(&str, &str)] = &[
    // A list in place of ten queues, five of which are search trees.
    ("src/scheduler.rs", include_str!("../../../yew/scheduler.rs")),
    // Without listeners, nothing is kept for each root.
    ("src/dom_bundle/subtree_root.rs", include_str!("../../../yew/subtree_root.rs")),
    ("src/dom_bundle/btag/listeners.rs", include_str!("../../../yew/listeners.rs")),
    // One component is all that is in its element, so its place is known.
    ("src/dom_bundle/position.rs", include_str!("../../../yew/position.rs")),
    ("src/dom_bundle/fragment.rs", include_str!("../../../yew/fragment.rs")),
    // Nodes are moved and never copied.
    ("src/utils/mod.rs", include_str!("../../../yew/utils.rs")),
];

/// Files that Yew does not have.
pub(super) const ADDED: [(&str, &str); 1] =
    [("src/dom_bundle/never.rs", include_str!("../../../yew/never.rs"))];

/// A change within a file: what is between two texts, the first of them included, becomes another.
pub(super) struct Edit {
    pub(super) file: &'static str,
    from: &'static str,
    to: &'static str,
    becomes: &'static str,
}

pub(super) const EDITS: &[Edit] = &[
    Edit {
        file: "src/lib.rs",
        from: "#![deny(",
        to: "#![recursion_limit",
        becomes: r#"#![allow(unused, reason = "the changes leave some of it without use")]
"#,
    },
    Edit {
        file: "src/dom_bundle/mod.rs",
        from: "mod bcomp;",
        to: "mod traits;",
        becomes: "mod blist; mod bnode; mod btag; mod btext; mod never; mod position; mod subtree_root;",
    },
    Edit {
        file: "src/dom_bundle/mod.rs",
        from: "use bcomp::BComp;",
        to: "pub use subtree_root",
        becomes: "use blist::BList; use bnode::BNode; use btag::BTag; use btext::BText; \
                  use never::{BComp, BPortal, BRaw, BSuspense}; \
                  pub(crate) use position::{DomSlot, DynamicDomSlot}; ",
    },
    Edit {
        file: "src/dom_bundle/btag/mod.rs",
        from: "pub use listeners::Registry;",
        to: "\n",
        becomes: "",
    },
    // All elements are HTML's, and most are taken over, so that none is kept to be copied.
    Edit {
        file: "src/dom_bundle/btag/mod.rs",
        from: "        // check for an xmlns attribute",
        to: "    }\n}\n\nimpl BTag",
        becomes: "        document().create_element(tag).expect(\"a name of an element\")\n",
    },
    // Nothing asks for the node of an element in a drawing.
    Edit {
        file: "src/html/mod.rs",
        from: "pub struct NodeRef(",
        to: "\n",
        becomes: "pub struct NodeRef;",
    },
    Edit {
        file: "src/html/mod.rs",
        from: "std::ptr::eq(self.0.as_ptr()",
        to: "\n",
        becomes: "true",
    },
    Edit {
        file: "src/html/mod.rs",
        from: "let inner = self.0.borrow();",
        to: "    }\n",
        becomes: "None\n",
    },
    Edit {
        file: "src/html/mod.rs",
        from: "let mut inner = self.0.borrow_mut();",
        to: "        }\n",
        becomes: "",
    },
    // What was drawn ahead was drawn of the same component: its elements need no comparison.
    Edit {
        file: "src/dom_bundle/btag/mod.rs",
        from: "            let tag_name = self.tag()",
        to: "            let Self {",
        becomes: "",
    },
    Edit {
        file: "src/dom_bundle/btag/mod.rs",
        from: "                .unwrap_or_else(|| panic!(\"expected element of",
        to: "            // We simply register",
        becomes: ".expect(\"an element\");\n let el: Element = node.unchecked_into();\n",
    },
    // Lists are compared place by place. A key tells only that a node is another one: what is
    // found again by its key elsewhere in its list is made anew.
    Edit {
        file: "src/dom_bundle/blist.rs",
        from: "let first = if fully_keyed && blist",
        to: "blist.fully_keyed = fully_keyed;",
        becomes: "let first = BList::apply_unkeyed(root, parent_scope, parent, slot, lefts, rights);\n",
    },
    Edit {
        file: "src/virtual_dom/vlist.rs",
        from: "        self.fully_keyed = if self.fully_keyed()",
        to: "    }\n\n    pub(crate)",
        becomes: "",
    },
    Edit {
        file: "src/virtual_dom/vlist.rs",
        from: "        match self.fully_keyed {",
        to: "    }\n}\n",
        becomes: "        false\n",
    },
    // A list in a drawing belongs to that drawing alone.
    Edit {
        file: "src/virtual_dom/vlist.rs",
        from: "Rc::make_mut(m)",
        to: ",",
        becomes: "Rc::get_mut(m).expect(\"a list of one's own\")",
    },
    // An element has the same names of attributes at each drawing, in the same order, and they
    // are attributes and no properties.
    Edit {
        file: "src/dom_bundle/btag/attributes.rs",
        from: "            // For VTag's constructed outside the html! macro",
        to: "        }\n    }\n}\n",
        becomes: "            _ => unreachable!(),\n",
    },
    Edit {
        file: "src/dom_bundle/btag/attributes.rs",
        from: "            Self::IndexMap(m) =>",
        to: "        }\n        self",
        becomes: "            Self::IndexMap(_) => unreachable!(),\n",
    },
    Edit {
        file: "src/dom_bundle/btag/attributes.rs",
        from: "            AttributeOrProperty::Property(value) =>",
        to: "        }\n    }\n",
        becomes: "            _ => unreachable!(),\n",
    },
    Edit {
        file: "src/dom_bundle/btag/attributes.rs",
        from: "            AttributeOrProperty::Property(_) =>",
        to: "        }\n    }\n",
        becomes: "            _ => unreachable!(),\n",
    },
    // A panic in what ships stops at once and calls no hook.
    Edit {
        file: "src/renderer.rs",
        from: "    if std::thread::panicking()",
        to: "}\n\n/// The Yew Renderer",
        becomes: "",
    },
    // A drawing never fails for something that it waits for.
    Edit {
        file: "src/html/component/lifecycle.rs",
        from: "Err(RenderError::Suspended(susp)) =>",
        to: "\n",
        becomes: "Err(_) => unreachable!(),",
    },
    Edit {
        file: "src/html/component/lifecycle.rs",
        from: "        if let Some(m) = self.suspension.take() {",
        to: "    }\n}\n",
        becomes: "",
    },
    // No state was prepared on a server.
    Edit {
        file: "src/html/component/scope.rs",
        from: "let prepared_state = match",
        to: "let own_slot",
        becomes: "let prepared_state = None;\n            ",
    },
];

impl Edit {
    /// The text with the change.
    ///
    /// # Errors
    ///
    /// If the text does not hold what is to be changed, once.
    pub(super) fn applied(&self, text: &str) -> Result<String> {
        let missing = || format!("Yew's {} is not as xtask/src/widget/yew expects", self.file);
        let start = text.find(self.from).with_context(missing)?;
        let length = text[start..].find(self.to).with_context(missing)?;
        ensure!(!text[start + self.from.len()..].contains(self.from), missing());
        Ok([&text[..start], self.becomes, &text[start + length..]].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDIT: Edit = Edit { file: "a.rs", from: "let b", to: "}", becomes: "c" };

    #[test]
    fn an_edit_replaces_what_is_between_its_texts() -> Result<()> {
        assert_eq!(EDIT.applied("{ let b = 1; } {}")?, "{ c} {}");
        Ok(())
    }

    #[test]
    fn an_edit_of_other_sources_says_which_file_is_not_as_expected() {
        for other in ["{ let a = 1; }", "let b = 1;", "{ let b = 1; } let b"] {
            let error = EDIT.applied(other).unwrap_err().to_string();
            assert!(error.contains("a.rs"), "{error}");
        }
    }
}
