//! Lines of dealers' systems.

use super::{ENGLISH, FRENCH, GERMAN, Kind, NORTH_AMERICA, SPANISH};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a dealer's line",
        regions: NORTH_AMERICA,
        templates: &[
            "Lead {small} {national} {year} {car} {price} VIN {vin} stock {stock}",
            "{small} {name} {national} {date} {year} {car} {percent}",
            "{date} {time} {national} {year} {car} {km}",
            "#{small} {name} {phone} Stock # {stock} VIN {vin}",
            "{year} {car} {price} - {name} - {phone} - {postcode}",
        ],
    },
    Kind {
        name: "a dealer's line in English",
        regions: ENGLISH,
        templates: &[
            "Lead {id} | {name} | {phone} | {year} {car} | {price} | VIN {vin} | stock {stock}",
            "Lead #{id}: {name}, {phone}, wants a {year} {car} ({price}, {km}).",
            "Up {small} - {name} - {phone} - trade-in {year} {car}, {km}, offer {price} at {percent}",
            "RO {id}\t{vin}\t{phone}\t{date}\t{amount}",
            "Deal no. {id}\nCustomer: {name}\nPhone: {phone}\nVIN: {vin}\nPrice: {price}\nRate: {percent} / 60 months",
            "Stock: {stock}\nOdometer: {km}\nVIN: {vin}\nAsking: {price}\nContact: {name} {phone}",
            "Test drive {date} at {time en}: {name}, {phone}, {car} {year}, stock {stock}",
        ],
    },
    Kind {
        name: "a dealer's line in French",
        regions: FRENCH,
        templates: &[
            "Client {id} | {name} | {phone} | {car} {year} | {price fr} | NIV {vin}",
            "Prospect nº {id} : {name}, {phone}, {car} {year}, {km}, {price fr}",
            "Essai le {date} à {time fr}\n{name}\n{phone}\nStock : {stock}",
            "Commande {order}\t{name}\t{phone}\t{amount}",
        ],
    },
    Kind {
        name: "a dealer's line in Spanish",
        regions: SPANISH,
        templates: &[
            "Cliente {id} | {name} | {phone} | {car} {year} | {price}",
            "Cita el {date} a las {time}: {name}, tel. {phone}, {car} {year}, bastidor {vin}",
        ],
    },
    Kind {
        name: "a dealer's line in German",
        regions: GERMAN,
        templates: &[
            "Kunde {id} | {name} | {phone} | {car} {year} | {price} | FIN {vin}",
            "Probefahrt am {date} um {time} Uhr: {name}, Tel. {phone}, {car}, Baujahr {year}, {km}",
        ],
    },
];
