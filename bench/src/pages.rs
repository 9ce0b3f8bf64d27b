//! The pages that are compared.

use std::fmt;

use clap::ValueEnum;

/// A page with the form, or with an alternative to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Page {
    /// `<lead-phone-form>`
    Ours,
    /// The same, with the WebAssembly named in the page's head
    OursPreloaded,
    /// Ours from another build: what `--before` names
    OursBefore,
    /// By hand, without numbering plans
    VanillaNone,
    /// By hand, with libphonenumber-js and the shorter plans
    VanillaLpn,
    /// By hand, with libphonenumber-js and all plans
    VanillaLpnMax,
    /// intl-tel-input with its validation
    ItiUtils,
    /// React and react-phone-number-input
    RpniMin,
    /// Vue and vue-tel-input
    VueTel,
    /// React, react-international-phone and google-libphonenumber
    RipValid,
}

impl Page {
    /// Every page, ours first.
    pub(crate) const ALL: [Self; 10] = [
        Self::Ours,
        Self::OursPreloaded,
        Self::OursBefore,
        Self::VanillaNone,
        Self::VanillaLpn,
        Self::VanillaLpnMax,
        Self::ItiUtils,
        Self::RpniMin,
        Self::VueTel,
        Self::RipValid,
    ];

    /// Its name on the command line, in tables and in addresses.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::OursPreloaded => "ours-preloaded",
            Self::OursBefore => "ours-before",
            Self::VanillaNone => "vanilla-none",
            Self::VanillaLpn => "vanilla-lpn",
            Self::VanillaLpnMax => "vanilla-lpn-max",
            Self::ItiUtils => "iti-utils",
            Self::RpniMin => "rpni-min",
            Self::VueTel => "vue-tel",
            Self::RipValid => "rip-valid",
        }
    }

    /// Its script in `bench/pages`; `None` for our own pages.
    pub(crate) fn script(self) -> Option<String> {
        match self {
            Self::Ours | Self::OursPreloaded | Self::OursBefore => None,
            Self::RpniMin | Self::RipValid => Some(format!("{}.jsx", self.name())),
            _ => Some(format!("{}.js", self.name())),
        }
    }

    /// Whether it loads the flags of `country-flag-icons` from its own folder.
    pub(crate) fn has_flags(self) -> bool {
        matches!(self, Self::RpniMin | Self::RipValid)
    }
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
