//! Links with a number in them.

use super::{ENGLISH, Kind};
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a link",
        regions: REGIONS,
        templates: &[
            "{link}",
            "{link ext}",
            "{chat link}",
            "<{link}>",
            " {link}\n",
            "{name} {link}",
            "{link} {date}",
            "Tel: {link}\nFax: {fax}",
            "{chat link}\n{url}",
            "{link}\n{chat link}",
            "WhatsApp: {chat link}\n{date} {time}",
        ],
    },
    Kind {
        name: "a link in English",
        regions: ENGLISH,
        templates: &[
            "Chat with us: {chat link} or call {phone}",
            "Tap {link} to call about order {order}",
            "{chat link} (we answer from {time en} to {time en})",
        ],
    },
];
