//! Why a flag cannot be compiled or read.

use std::fmt;

/// Why a flag cannot be compiled or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FlagError {
    /// The SVG is not XML.
    Xml(String),
    /// An element that the compiler does not know.
    Element(String),
    /// An attribute that the compiler does not know, or whose value it cannot read.
    Attribute(String, String),
    /// No shape of the flag can be seen.
    Empty,
    /// A part of the file of flags that is not as its first lines say.
    Format(String),
}

impl fmt::Display for FlagError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Xml(why) => write!(formatter, "it is not XML: {why}"),
            Self::Element(name) => {
                write!(formatter, "<{name}> is new: teach xtask/src/flags/svg.rs to read it")
            }
            Self::Attribute(name, value) => write!(
                formatter,
                "{name}=\"{value}\" is new: teach xtask/src/flags/svg.rs to read it"
            ),
            Self::Empty => formatter.write_str("no shape of it can be seen"),
            Self::Format(part) => write!(
                formatter,
                "\"{part}\" is not as the file's first lines say: run `cargo xtask flags`"
            ),
        }
    }
}

impl std::error::Error for FlagError {}
