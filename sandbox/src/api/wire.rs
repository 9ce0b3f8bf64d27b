//! The JSON of a phone, with the fields in the order of the specification.

use serde::Serialize;

use crate::{
    Revision,
    store::{
        leads::Lead,
        phones::{Kind, Phone},
    },
};

/// The body of an answer with a phone.
#[derive(Serialize)]
#[serde(untagged)]
pub enum PhoneBody {
    R2018(Phone2018),
    R2020 { data: Phone2020 },
}

/// A phone in the revision of the specification.
#[derive(Serialize)]
pub struct Phone2018 {
    id: i64,
    created_at: String,
    extension: Option<i64>,
    lead: PhoneLead,
    mobile: bool,
    number: String,
    updated_at: String,
    valid: bool,
}

/// A phone in the later revision.
#[derive(Serialize)]
pub struct Phone2020 {
    id: i64,
    created_at: String,
    extension: Option<i64>,
    lead_id: i64,
    number: String,
    r#type: Option<&'static str>,
    updated_at: String,
    valid: bool,
}

#[derive(Serialize)]
struct PhoneLead {
    id: i64,
    created_at: String,
    first_name: String,
    last_name: String,
    source: String,
    updated_at: String,
    vehicle: String,
}

impl PhoneBody {
    /// The body for this phone of this lead.
    pub fn new(revision: Revision, phone: Phone, lead: Lead) -> Self {
        match revision {
            Revision::R2018 => Self::R2018(Phone2018 {
                id: phone.id,
                created_at: phone.created_at,
                extension: phone.extension,
                lead: PhoneLead {
                    id: lead.id,
                    created_at: lead.created_at,
                    first_name: lead.first_name,
                    last_name: lead.last_name,
                    source: lead.source,
                    updated_at: lead.updated_at,
                    vehicle: lead.vehicle,
                },
                mobile: phone.kind == Some(Kind::Mobile),
                number: phone.number.text,
                updated_at: phone.updated_at,
                valid: phone.number.valid,
            }),
            Revision::R2020 => Self::R2020 {
                data: Phone2020 {
                    id: phone.id,
                    created_at: phone.created_at,
                    extension: phone.extension,
                    lead_id: phone.lead_id,
                    number: phone.number.text,
                    r#type: phone.kind.map(Kind::name),
                    updated_at: phone.updated_at,
                    valid: phone.number.valid,
                },
            },
        }
    }
}
