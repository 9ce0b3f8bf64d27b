//! Texts without a number.

use super::{CHINESE, ENGLISH, FRENCH, GERMAN, JAPANESE, Kind, SPANISH};
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "no number",
        regions: REGIONS,
        templates: &[
            "{date} {time}",
            "{date}",
            "{iso datetime}",
            "{datetime}",
            "{ip}",
            "{ip}:{port}",
            "{ipv6}",
            "{coordinates}",
            "{coordinates in degrees}",
            "{card}",
            "IBAN {iban}",
            "{vat}",
            "{company}",
            "{uuid}",
            "{hex}",
            "VIN {vin}",
            "{vin}",
            "{price}",
            "{percent}",
            "{street}, {postcode} {city}",
            "{email}",
            "{url}",
            "{browser}",
            "{year} {car} {price}",
            "{date} - {date}",
            "{time} - {time}",
            "{stock}\t{vin}\t{amount}",
            "{duration}",
        ],
    },
    Kind {
        name: "no number, in English",
        regions: ENGLISH,
        templates: &[
            "Order {order} of {date}: {price}",
            "Invoice {order}\nDue {date}\nTotal {price}",
            "Lead {id}: {year} {car}, {km}, {price}",
            "Tracking number {tracking}",
            "Card {masked card}, {price}",
            "Call me on {date} at {time en}",
            "Stock {stock}, VIN {vin}",
            "Order no. {long id}",
            "Tyres {tyre}, 4 x {price}",
            "Meeting {date en}, {time en} - {time en}, room {small}",
        ],
    },
    Kind {
        name: "no number, in French",
        regions: FRENCH,
        templates: &[
            "Commande n° {long id} du {date}",
            "Facture {order}, {price fr}",
            "Code postal : {postcode}",
            "Rappelez-moi le {date fr} à {time fr}",
        ],
    },
    Kind {
        name: "no number, in Spanish",
        regions: SPANISH,
        templates: &["Pedido n.º {long id} del {date}", "Factura {order}, {price}"],
    },
    Kind {
        name: "no number, in German",
        regions: GERMAN,
        templates: &[
            "Rechnungsnummer {long id}",
            "Bestellung vom {date}, {price}",
            "Kundennummer {id}",
        ],
    },
    Kind {
        name: "no number, in Japanese",
        regions: JAPANESE,
        templates: &["{postcode} {street}", "{date ja} {time}", "注文番号：{long id}"],
    },
    Kind {
        name: "no number, in Chinese",
        regions: CHINESE,
        templates: &["订单号：{long id}", "身份证号 {identity card}", "邮编：{postcode}"],
    },
];
