//! Cells of spreadsheets: rows with tabs, and columns.

use super::{ENGLISH, FRENCH, GERMAN, Kind, NORTH_AMERICA, SPANISH};
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a row",
        regions: REGIONS,
        templates: &[
            "{csv id}\t{name}\t{phone}\t{date}\t{amount}",
            "{name}\t{phone}\t{email}\t{city}\t{postcode}",
            "{name}\t{phone}\t{phone}\t{date}",
            "{phone}\t{name}",
            "{name}\t{possible}\t{date}",
            "{date}\t{phone}\t{number of pieces}\t{price}",
            "{year}\t{car}\t{vin}\t{price}\t{phone}",
            "{csv id}\t\t{phone}\t\t{amount}\t{percent}",
            "{phone}\t{csv id}\t{small}",
            "{name}\t{e164}\t{epoch in milliseconds}",
        ],
    },
    Kind {
        name: "a column",
        regions: REGIONS,
        templates: &[
            "{national}\n{national}\n{national}\n{national}\n{national}",
            "Phone\n{phone}\n{phone}\n{phone}",
            "{e164}\n{e164}\n{e164}\n{e164}\n{e164}\n{e164}",
            "{phone}\n\n\n{phone}\n",
            "{name}\t{phone}\n{name}\t{phone}\n{name}\t{phone}",
            "{csv id}\t{phone}\n{csv id}\t{phone}",
        ],
    },
    Kind {
        name: "a row with its head",
        regions: ENGLISH,
        templates: &[
            "ID\tName\tPhone\tDate\tAmount\n{csv id}\t{name}\t{phone}\t{date}\t{amount}",
            "Name;Phone;Fax\n{name};{phone};{fax}",
            "Lead\tPhone\tExt\n{csv id}\t{phone}\t",
            "Order no.\tPhone\tTotal\n{csv id}\t{phone}\t{price}\n{csv id}\t{phone}\t{price}",
        ],
    },
    Kind {
        name: "a row with its head, in other languages",
        regions: FRENCH,
        templates: &[
            "N° client\tNom\tTéléphone\tMontant\n{csv id}\t{name}\t{phone}\t{amount}",
            "Nom;Téléphone;Code postal\n{name};{phone};{postcode}",
        ],
    },
    Kind {
        name: "a row with its head, in German",
        regions: GERMAN,
        templates: &["Kd.-Nr.;Name;Telefon;Betrag\n{csv id};{name};{phone};{amount}"],
    },
    Kind {
        name: "a row with its head, in Spanish",
        regions: SPANISH,
        templates: &["Cliente;Teléfono;Fecha\n{csv id};{phone};{date}"],
    },
    Kind {
        name: "a row of spaces",
        regions: NORTH_AMERICA,
        templates: &[
            "{csv id}   {name}   {national}   {date}   {amount}",
            "{small}  {national}  {small}",
            "{amount}  {national}  {postcode}",
        ],
    },
];
