//! Under which circumstances a page is loaded.

use std::fmt;

use serde_json::{Value, json};

/// A network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Network {
    /// As fast as this machine is.
    Unthrottled,
    /// 60 ms, 9 Mbit/s down, 1.5 Mbit/s up.
    Fast4g,
    /// 150 ms, 1.6 Mbit/s down, 750 kbit/s up.
    Slow4g,
}

/// A network and a processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Conditions {
    pub(super) network: Network,
    /// How many times slower the page's main thread is made.
    pub(super) slower: u32,
}

impl Conditions {
    /// What the goals are about.
    pub(super) const SLOW: Self = Self { network: Network::Slow4g, slower: 4 };
    /// A slow processor and nothing else.
    pub(super) const SLOW_PROCESSOR: Self = Self { network: Network::Unthrottled, slower: 4 };
    /// This machine.
    pub(super) const UNTHROTTLED: Self = Self { network: Network::Unthrottled, slower: 1 };
    /// Every other that is measured.
    pub(super) const OTHERS: [Self; 5] = [
        Self { network: Network::Slow4g, slower: 1 },
        Self { network: Network::Fast4g, slower: 4 },
        Self { network: Network::Fast4g, slower: 1 },
        Self::SLOW_PROCESSOR,
        Self::UNTHROTTLED,
    ];
}

impl Network {
    /// The parameters of `Network.emulateNetworkConditions`.
    pub(super) fn parameters(self) -> Value {
        let (latency, down, up) = match self {
            Self::Unthrottled => (0, None, None),
            Self::Fast4g => (60, Some(9_000), Some(1_500)),
            Self::Slow4g => (150, Some(1_600), Some(750)),
        };
        // Bytes in a second, of thousands of bits in one.
        let bytes = |kilobits: Option<i64>| kilobits.map_or(-1, |kilobits| kilobits * 1_000 / 8);
        json!({
            "offline": false,
            "latency": latency,
            "downloadThroughput": bytes(down),
            "uploadThroughput": bytes(up),
        })
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
