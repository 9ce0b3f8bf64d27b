//! Lists of calls, with their times and durations.

use super::{ENGLISH, FRENCH, GERMAN, Kind, ONE_LENGTH, SPANISH};
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a list of calls",
        regions: REGIONS,
        templates: &[
            "{datetime}\tIN\t{phone}\t{duration}",
            "{date} {time} | {phone} | {duration}",
            "{phone}\t{date} {time}\t{duration}",
            "{date};{time with seconds};{phone};{duration}",
            "{iso datetime},inbound,{e164},{amount},completed",
            "{uuid} {iso datetime} {e164} -> {e164} {duration}",
            "{e164} ({number of pieces})\n{time}",
            "{name}\n{phone}\n{date}, {time}\n{duration}",
            "☎ {phone} ({duration})",
            "{datetime} INVITE sip:{e164}@{ip}:{port} 200 OK",
        ],
    },
    Kind {
        name: "a list of calls in one line",
        regions: ONE_LENGTH,
        templates: &[
            "{date} {time} {national} {duration}",
            "{short date} {time} {national} {duration} {amount}",
            "{national} {date} {time} {duration}",
            "{time with seconds} {national} {duration}",
        ],
    },
    Kind {
        name: "a list of calls in English",
        regions: ENGLISH,
        templates: &[
            "Missed call ({number of pieces}) from {phone} at {time en}",
            "Incoming call\n{phone}\n{date en} at {time en}\n{duration en}",
            "Call ID {long id}: {phone}, {duration en}, recording {hex}",
            "Voicemail from {phone} ({duration}), received {date en} {time en}",
            "{time en}  {phone}  outgoing  {duration en}\n{time en}  {phone}  missed",
            "Agent {small} called {phone}, {number of pieces} times, last on {date} at {time}",
            "{phone}\nmobile\nYesterday {time en}",
        ],
    },
    Kind {
        name: "a list of calls in French",
        regions: FRENCH,
        templates: &[
            "Appel manqué de {phone} à {time fr}",
            "Appel entrant le {date fr} à {time fr} : {phone} ({duration en})",
            "Message vocal du {phone}, {date}, {time}, durée {duration}",
        ],
    },
    Kind {
        name: "a list of calls in Spanish",
        regions: SPANISH,
        templates: &[
            "Llamada perdida de {phone} a las {time}",
            "{date es}, {time}: llamada al {phone}, duración {duration}",
        ],
    },
    Kind {
        name: "a list of calls in German",
        regions: GERMAN,
        templates: &[
            "Verpasster Anruf von {phone} um {time} Uhr",
            "{date de}, {time} Uhr: Anruf von {phone}, Dauer {duration}",
            "Rückruf erbeten: {phone}, am {date} zwischen {time} und {time} Uhr",
        ],
    },
];
