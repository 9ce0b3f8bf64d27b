//! The network and the processor with which a page is loaded.

#![expect(
    deprecated,
    reason = "the command that takes its place is experimental, and older browsers do not know it"
)]

use std::fmt;

use chromiumoxide::cdp::browser_protocol::network::EmulateNetworkConditionsParams;

/// A network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Network {
    /// As fast as this machine allows.
    Unthrottled,
    /// 60 ms, 9 Mbit/s down, 1.5 Mbit/s up.
    Fast4g,
    /// 150 ms, 1.6 Mbit/s down, 750 kbit/s up.
    Slow4g,
}

/// A network and a processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Conditions {
    pub(crate) network: Network,
    /// The factor by which the page's main thread is slowed down.
    pub(crate) slower: u32,
}

impl Conditions {
    /// The conditions for which the goals are set.
    pub(crate) const SLOW: Self = Self { network: Network::Slow4g, slower: 4 };
    /// A slow processor and nothing else.
    pub(crate) const SLOW_PROCESSOR: Self = Self { network: Network::Unthrottled, slower: 4 };
    /// This machine.
    pub(crate) const UNTHROTTLED: Self = Self { network: Network::Unthrottled, slower: 1 };
    /// All other conditions that are measured.
    pub(crate) const OTHERS: [Self; 5] = [
        Self { network: Network::Slow4g, slower: 1 },
        Self { network: Network::Fast4g, slower: 4 },
        Self { network: Network::Fast4g, slower: 1 },
        Self::SLOW_PROCESSOR,
        Self::UNTHROTTLED,
    ];
}

impl Network {
    /// The command that gives a tab this network.
    pub(crate) fn parameters(self) -> EmulateNetworkConditionsParams {
        let (latency, down, up) = match self {
            Self::Unthrottled => (0, None, None),
            Self::Fast4g => (60, Some(9_000), Some(1_500)),
            Self::Slow4g => (150, Some(1_600), Some(750)),
        };
        // Converts kilobits per second to bytes per second; −1 is no limit.
        let bytes = |kilobits: Option<u32>| kilobits.map_or(-1.0, |rate| f64::from(rate) * 125.0);
        EmulateNetworkConditionsParams::new(false, latency, bytes(down), bytes(up))
    }
}

impl fmt::Display for Conditions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.network {
            Network::Unthrottled => "unthrottled",
            Network::Fast4g => "fast 4G",
            Network::Slow4g => "slow 4G",
        })?;
        write!(f, ", CPU ÷{}", self.slower)
    }
}
