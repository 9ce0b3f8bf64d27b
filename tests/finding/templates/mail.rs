//! Heads of e-mails, and invitations to meetings.

use super::{ENGLISH, FRENCH, Kind};
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "an e-mail",
        regions: REGIONS,
        templates: &[
            "Date: Thu, 15 Jan {year} {time with seconds} -0500\nMessage-ID: <{long id}.{id}@mail.example.com>\nSubject: {car}\n\n{name}\n{phone}",
            "From: {email}\nTo: {email}\nDate: {datetime} +0100\n\nTel. {phone}",
            "{email} <{hex}@example.com>\n{date} {time}\n{phone}",
        ],
    },
    Kind {
        name: "an e-mail in English",
        regions: ENGLISH,
        templates: &[
            "Subject: Re: quote #{id}\nSent: {date en} {time en}\n\nHi,\nI can be reached at {phone} between 7-9 pm.\n{name}",
            "Join by phone: {e164 with code} {city}\nPhone Conference ID: {three} {three} {three}#",
            "Meeting ID: {three} {four} {four}\nPasscode: {six}\nDial by your location: {international}",
            "Meeting on {date en}, {time en} - {time en}\nDial {phone}, PIN {six}#",
            "2019-2024 {firm}. Unsubscribe: {url}. Phone {phone}",
            "Ticket #{id} ({date}): caller {phone}, priority 2, queue {small}",
        ],
    },
    Kind {
        name: "an e-mail in French",
        regions: FRENCH,
        templates: &[
            "Objet : soumission n° {id}\nEnvoyé le {date fr} à {time fr}\n\nOn peut me joindre au {phone} entre 7 h et 9 h.\n{name}",
            "ID de réunion : {three} {four} {four}\nCode secret : {six}\nTéléphone : {phone}",
        ],
    },
];
