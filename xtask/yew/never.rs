//! What is never drawn in a form: a component in its component, a portal, HTML in a text, and
//! what waits for something. Their bundles are types without a value, so that the compiler leaves
//! out whatever is done with one.

use web_sys::Element;

use super::{
    BNode, BSubtree, DomSlot, DynamicDomSlot, Fragment, Hydratable, Reconcilable, ReconcileTarget,
};
use crate::html::AnyScope;
use crate::virtual_dom::{Key, VComp, VPortal, VRaw, VSuspense};

macro_rules! never {
    ($($bundle:ident of $node:ident,)*) => {$(
        /// The bundle of what is never drawn.
        #[derive(Debug)]
        pub(super) enum $bundle {}

        impl $bundle {
            pub fn key(&self) -> Option<&Key> {
                match *self {}
            }
        }

        impl ReconcileTarget for $bundle {
            fn detach(self, _root: &BSubtree, _parent: &Element, _parent_to_detach: bool) {
                match self {}
            }

            fn shift(&self, _parent: &Element, _slot: DomSlot) -> DomSlot {
                match *self {}
            }
        }

        impl Reconcilable for $node {
            type Bundle = $bundle;

            fn attach(
                self,
                _root: &BSubtree,
                _scope: &AnyScope,
                _parent: &Element,
                _slot: DomSlot,
            ) -> (DomSlot, Self::Bundle) {
                unreachable!()
            }

            fn reconcile_node(
                self,
                _root: &BSubtree,
                _scope: &AnyScope,
                _parent: &Element,
                _slot: DomSlot,
                _bundle: &mut BNode,
            ) -> DomSlot {
                unreachable!()
            }

            fn reconcile(
                self,
                _root: &BSubtree,
                _scope: &AnyScope,
                _parent: &Element,
                _slot: DomSlot,
                bundle: &mut Self::Bundle,
            ) -> DomSlot {
                match *bundle {}
            }
        }

        impl Hydratable for $node {
            fn hydrate(
                self,
                _root: &BSubtree,
                _scope: &AnyScope,
                _parent: &Element,
                _fragment: &mut Fragment,
                _previous: &mut Option<DynamicDomSlot>,
            ) -> Self::Bundle {
                unreachable!()
            }
        }
    )*};
}

never! {
    BComp of VComp,
    BPortal of VPortal,
    BRaw of VRaw,
    BSuspense of VSuspense,
}
