//! The leads of a new database.

use rusqlite::{Connection, params};

/// The ids of the seeded phones end just before the specification's example, so that the first
/// phone that a client creates gets its id, 34566.
const LAST_SEEDED_PHONE: i64 = 34565;

struct Lead {
    id: i64,
    name: (&'static str, &'static str),
    source: &'static str,
    vehicle: &'static str,
    phones: &'static [Phone],
}

/// A phone with a valid number. The North American numbers are from 555-01xx, which is reserved for
/// fiction.
struct Phone {
    number: &'static str,
    extension: Option<i64>,
    kind: Option<&'static str>,
}

const LEADS: &[Lead] = &[
    Lead {
        id: 3387562,
        name: ("Geneviève", "Tremblay"),
        source: "Website",
        vehicle: "2018 Subaru Outback Limited",
        phones: &[],
    },
    Lead {
        id: 3387563,
        name: ("Marc-André", "Lévesque-Gagnon"),
        source: "Walk-in",
        vehicle: "2019 Mazda CX-5 GT",
        phones: &[
            Phone { number: "+14185550142", extension: None, kind: Some("mobile") },
            Phone { number: "+14185550117", extension: Some(204), kind: Some("work") },
        ],
    },
    Lead {
        id: 3387571,
        name: ("Harpreet", "Gill"),
        source: "AutoTrader",
        vehicle: "2017 Ford F-150 XLT",
        phones: &[Phone { number: "+16045550163", extension: None, kind: Some("mobile") }],
    },
    Lead {
        id: 3387580,
        name: ("Siobhán", "O’Neill"),
        source: "Phone-up",
        vehicle: "2018 Honda Civic Touring",
        phones: &[],
    },
    Lead {
        id: 3387594,
        name: ("Emily", "Carter"),
        source: "Facebook",
        vehicle: "2018 Jeep Wrangler Sahara",
        phones: &[Phone { number: "+12025550128", extension: Some(12), kind: None }],
    },
    Lead {
        id: 3387602,
        name: ("José Luis", "Hernández Peña"),
        source: "Referral",
        vehicle: "2016 Toyota Sienna XLE",
        phones: &[Phone { number: "+522221234567", extension: None, kind: Some("home") }],
    },
    Lead {
        id: 3387611,
        name: ("María Fernanda", "Ávila"),
        source: "Website",
        vehicle: "2019 Kia Niro EX",
        phones: &[],
    },
    Lead {
        id: 3387625,
        name: ("Thị Minh", "Nguyễn"),
        source: "Service drive",
        vehicle: "2018 Hyundai Ioniq Electric",
        phones: &[],
    },
];

/// Inserts all leads and their phones.
pub fn insert(connection: &Connection) -> rusqlite::Result<()> {
    let count: i64 = LEADS.iter().map(|lead| lead.phones.len() as i64).sum();
    let mut ids = LAST_SEEDED_PHONE - count + 1..;
    for lead in LEADS {
        connection.execute(
            "INSERT INTO leads (id, first_name, last_name, source, vehicle)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![lead.id, lead.name.0, lead.name.1, lead.source, lead.vehicle],
        )?;
        for phone in lead.phones {
            connection.execute(
                "INSERT INTO phones (id, extension, lead_id, number, type, valid)
                 VALUES (?1, ?2, ?3, ?4, ?5, 1)",
                params![ids.next(), phone.extension, lead.id, phone.number, phone.kind],
            )?;
        }
    }
    Ok(())
}
