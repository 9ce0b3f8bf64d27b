//! The source of pages.

use super::{ENGLISH, Kind};
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "HTML",
        regions: REGIONS,
        templates: &[
            "<a href=\"{link}\">{again}</a>",
            "<a href=\"{link}\" class=\"btn btn-2\" data-id=\"{id}\" style=\"width:1200px\">{again}</a>",
            "<a href='{link}'><i class=\"icon-24\"></i></a>",
            "<li><a href=\"{link}\">{again}</a></li><li><a href=\"{link}\">{again}</a></li>",
            "<p>{phone}<br>{street}<br>{postcode} {city}</p>",
            "<td>{csv id}</td><td>{name}</td><td>{phone}</td><td>{date}</td>",
            "<span itemprop=\"telephone\">{phone}</span> <meta itemprop=\"price\" content=\"{amount}\">",
            "<a href=\"{chat link}\" target=\"_blank\">WhatsApp</a>",
            "<input type=\"tel\" name=\"phone\" maxlength=\"20\" value=\"{phone}\">",
            "<script type=\"application/ld+json\">{{\"telephone\":\"{phone}\",\"geo\":{{\"latitude\":45.{small},\"longitude\":-73.{small}}}}}</script>",
            "<div id=\"post-{id}\"><h2>{year} {car}</h2><b>{phone}</b></div>",
            "<a href=\"{link ext}\">☎</a>",
            "<img src=\"/img/{long id}.jpg\" width=\"640\" height=\"480\"><a href=\"{link}\">{again}</a>",
            "<p>{phone in HTML}</p>",
            "<a href=\"{link}\">{again in HTML}</a>",
        ],
    },
    Kind {
        name: "Markdown",
        regions: REGIONS,
        templates: &[
            "**Tel:** {phone}  \n**Fax:** {fax}",
            "* {name}: {phone}\n* {name}: {phone}",
            "1. {name}: `{phone}`\n2. {name}: `{phone}`",
            "## {date}\n\n{name}, {phone}",
            "| {name} | {phone} |\n| --- | --- |\n| {name} | {phone} |",
        ],
    },
    Kind {
        name: "HTML in English",
        regions: ENGLISH,
        templates: &[
            "<p>Call us at <strong>{phone}</strong> from 9 to 5, or fax {fax}.</p>",
            "<footer>&copy; 2026 {firm} &middot; {phone} &middot; {street}</footer>",
            "Call us &#9742; {phone}",
        ],
    },
];
