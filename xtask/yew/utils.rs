//! What `html!` makes lists of nodes with, and what takes apart what nobody else has.

use std::marker::PhantomData;
use std::rc::Rc;

use implicit_clone::ImplicitClone;
use implicit_clone::unsync::IArray;
use yew::html::ChildrenRenderer;

/// Each item as a node.
pub fn into_node_iter<I, T, R>(items: I) -> impl Iterator<Item = R>
where
    I: IntoIterator<Item = T>,
    T: Into<R>,
{
    items.into_iter().map(Into::into)
}

/// Nodes of an expression within `html!`, in a list of their own, so that none is copied.
#[derive(Debug)]
pub struct NodeSeq<IN, OUT>(Vec<OUT>, PhantomData<IN>);

impl<IN: Into<OUT>, OUT> From<IN> for NodeSeq<IN, OUT> {
    fn from(node: IN) -> Self {
        Self(vec![node.into()], PhantomData)
    }
}

impl<IN: Into<OUT>, OUT> From<Option<IN>> for NodeSeq<IN, OUT> {
    fn from(node: Option<IN>) -> Self {
        Self(node.into_iter().map(Into::into).collect(), PhantomData)
    }
}

impl<IN: Into<OUT>, OUT> From<Vec<IN>> for NodeSeq<IN, OUT> {
    fn from(nodes: Vec<IN>) -> Self {
        Self(nodes.into_iter().map(Into::into).collect(), PhantomData)
    }
}

impl<IN: Into<OUT> + ImplicitClone + 'static, OUT> From<IArray<IN>> for NodeSeq<IN, OUT> {
    fn from(nodes: IArray<IN>) -> Self {
        Self(nodes.into_iter().map(Into::into).collect(), PhantomData)
    }
}

impl<IN: Into<OUT> + ImplicitClone + 'static, OUT> From<&IArray<IN>> for NodeSeq<IN, OUT> {
    fn from(nodes: &IArray<IN>) -> Self {
        nodes.clone().into()
    }
}

impl<IN: Into<OUT> + Clone, OUT> From<&ChildrenRenderer<IN>> for NodeSeq<IN, OUT> {
    fn from(nodes: &ChildrenRenderer<IN>) -> Self {
        Self(nodes.iter().map(Into::into).collect(), PhantomData)
    }
}

impl<IN, OUT> IntoIterator for NodeSeq<IN, OUT> {
    type IntoIter = std::vec::IntoIter<OUT>;
    type Item = OUT;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Lets `html!` say which type it expected.
#[doc(hidden)]
pub fn __ensure_type<T>(_: T) {}

/// Nothing: a node is told only where something is wrong, and nothing is told in what ships.
pub fn print_node(_: &web_sys::Node) -> String {
    String::new()
}

/// Takes what is counted out of its counter.
pub(crate) trait RcExt<T> {
    fn unwrap_or_clone(this: Self) -> T;
}

impl<T> RcExt<T> for Rc<T> {
    /// A drawing is not kept by anyone else when it is taken apart.
    fn unwrap_or_clone(this: Self) -> T {
        Rc::try_unwrap(this).unwrap_or_else(|_| unreachable!())
    }
}
