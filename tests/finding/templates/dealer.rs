//! Lines of dealers' systems.

use super::{
    ENGLISH, FRENCH, GERMAN, ITALIAN, Kind, NORTH_AMERICA, ONE_LENGTH, PORTUGUESE, SPANISH,
};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a dealer's line",
        regions: NORTH_AMERICA,
        templates: &[
            "Lead {small} {national} {year} {car} {price} VIN {vin} stock {stock}",
            "{small} {name} {national} {date} {year} {car} {percent}",
            "{date} {time} {national} {year} {car} {km}",
            "#{small} {name} {phone} Stock # {stock} VIN {vin}",
            "{year} {car} {price} - {name} - {national} - {postcode}",
            "{vin} {national} {km} {price}",
            "{stock} {national} {year} {car}",
            "{year} {national} {car}",
            "{national} {year} {car} {price}",
            "{price} {national} {percent}",
            "{small} {small} {national} {small}",
            "{date} {national} {price}",
            "{name} {postcode} {national} {email}",
            "Deal {small}/{small} {national} {km} {stock}",
        ],
    },
    Kind {
        name: "a dealer's line of groups",
        regions: ONE_LENGTH,
        templates: &[
            "{date} {national} {year}",
            "{vin} {national} {stock}",
            "{national} {price}",
            "{year} {car} {national} {km}",
            "{order} | {national} | {year}",
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
            "Appt {date} {time en} – {name} – {phone} – plate {plate} – {km}",
            "Parts order {order}: 4 x {tyre}, {price}, call {name} at {phone ext}",
            "Customer no.: {long id}\nHome: {phone}\nWork: {phone ext}\nCell: {phone}\nFax: {fax}",
            "Lead ID: {long id}\nSource: {url}\nPhone: {phone}\nBudget: {price}\nCredit score: {small}",
            "{name} ({phone}) traded a {year} {car} with {km} for {price} on {date}, deal {id}",
            "Service due at {km} or {date}. {year} {car}, VIN {vin}, owner {name}, {phone}",
            "Finance: {price} over 72 months at {percent}, payment {amount}, buyer {phone}, co-buyer {phone}",
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
            "Immatriculation {plate}, {km}, propriétaire {name}, tél. {phone}",
            "Dossier n° {long id}\nTél. dom. : {phone}\nTél. bur. : {phone poste}\nCell. : {phone}\nTéléc. : {fax}",
            "4 pneus {tyre} à {price fr}, pour {name}, {phone}",
            "RDV {date} {time} – {name} – {phone} – {plate}",
        ],
    },
    Kind {
        name: "a dealer's line in Spanish",
        regions: SPANISH,
        templates: &[
            "Cliente {id} | {name} | {phone} | {car} {year} | {price}",
            "Cita el {date} a las {time}: {name}, tel. {phone}, {car} {year}, bastidor {vin}",
            "Pedido {order}, {name}, {phone}, matrícula {plate}, {km}, {price}",
            "Núm. de cliente: {long id}\nTeléfono: {phone extensión}\nMóvil: {phone}",
        ],
    },
    Kind {
        name: "a dealer's line in German",
        regions: GERMAN,
        templates: &[
            "Kunde {id} | {name} | {phone} | {car} {year} | {price} | FIN {vin}",
            "Probefahrt am {date} um {time} Uhr: {name}, Tel. {phone}, {car}, Baujahr {year}, {km}",
            "Auftrag {order}, Kennzeichen {plate}, {name}, {phone}, 4 Reifen {tyre}",
            "Kundennummer: {long id}\nTelefon: {phone}\nMobil: {phone}\nFax: {fax}",
            "Kd.-Nr. {id}; {name}; {phone}; {price}; EZ {month and year}",
        ],
    },
    Kind {
        name: "a dealer's line in Italian",
        regions: ITALIAN,
        templates: &[
            "Cliente {id} | {name} | {phone} | {car} {year} | {price} | targa {plate}",
            "Ordine n. {order}: {name}, cell. {phone}, telaio {vin}, {km}",
        ],
    },
    Kind {
        name: "a dealer's line in Portuguese",
        regions: PORTUGUESE,
        templates: &[
            "Cliente {id} | {name} | {phone} | {car} {year} | {price} | placa {plate}",
            "Pedido {order}: {name}, celular {phone}, chassi {vin}, {km}",
            "Proposta nº {id}: {price}, fone {phone ramal}",
        ],
    },
];
