//! Data as programs exchange it.

use super::{Kind, NORTH_AMERICA};
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "JSON",
        regions: REGIONS,
        templates: &[
            "{{\"id\": {id}, \"name\": \"{name}\", \"phone\": \"{phone}\", \"created_at\": \"{iso datetime}\"}}",
            "{{\"phone\":\"{e164}\",\"lead_id\":{id},\"amount\":{amount}}}",
            "\"phone\": \"{phone}\",",
            "\"phones\": [\"{phone}\", \"{phone}\"], \"zip\": \"{postcode}\"",
            "{{\"uuid\": \"{uuid}\", \"ip\": \"{ip}\", \"phone\": \"{e164}\", \"timestamp\": {epoch}}}",
            "{{\"lead\": {{\"id\": {id}, \"score\": 0.{small}}}, \"contact\": {{\"mobile\": \"{phone}\"}}}}",
            "{{\"location\": {{\"lat\": 45.{small}, \"lng\": -73.{small}}}, \"tel\": \"{phone}\"}}",
            "{{\"phone\":\"{phone}\",\"extension\":null,\"created\":{epoch in milliseconds}}}",
            "{{\"id\":{csv id},\"phone\":\"{escaped in JSON}\"}}",
            "{{\"phone\":\"{possible}\",\"id\":{id}}}",
            "{{\"order\":\"{order}\",\"phone\":\"{phone}\",\"fax\":\"{fax}\"}}",
        ],
    },
    Kind {
        name: "XML",
        regions: REGIONS,
        templates: &[
            "<phone>{phone}</phone>",
            "<lead id=\"{id}\"><name>{name}</name><phone>{phone}</phone><date>{iso datetime}</date></lead>",
            "<phone type=\"voice\" time=\"evening\">{phone}</phone>\n<phone type=\"fax\">{fax}</phone>",
            "<vehicle><year>{year}</year><vin>{vin}</vin><price>{amount}</price></vehicle><contact><phone>{phone}</phone></contact>",
        ],
    },
    Kind {
        name: "CSV",
        regions: REGIONS,
        templates: &[
            "{csv id},{name},{phone},{amount},{iso date}",
            "id,name,phone,created,amount\n{csv id},{name},{phone},{iso date},{amount}",
            "\"{csv id}\",\"{name}\",\"{phone}\",\"{email}\",\"{postcode}\"",
            "{name};{phone};{csv id};{date}",
            "{name};{phone};{postcode};{city};{price}",
            "{csv id}|{name}|{phone}|{iso date}|{amount}",
            "{name},{email},{e164},{year},{vin}",
            "{name},{phone},{small},{small}",
            "{csv id};{phone};{phone};{csv id}",
        ],
    },
    Kind {
        name: "settings and queries",
        regions: REGIONS,
        templates: &[
            "phone: {phone}\nid: {id}\ncreated: {datetime}",
            "phone={e164}\nport={port}\nhost={ip}",
            "- id: {id}\n  phone: \"{phone}\"\n  updated: {iso datetime}",
            "INSERT INTO leads VALUES ({csv id}, '{name}', '{phone}', '{datetime}');",
            "UPDATE leads SET phone = '{phone}' WHERE id = {id};",
            "name=Bob&phone={escaped in a form}&zip={small}&id={id}",
            "| {csv id} | {name} | {phone} | {date} |",
        ],
    },
    Kind {
        name: "an auto lead in XML",
        regions: NORTH_AMERICA,
        templates: &[
            "<?adf version=\"1.0\"?><adf><prospect><id sequence=\"1\" source=\"{firm}\">{id}</id><requestdate>{iso datetime}</requestdate><vehicle><year>{year}</year><vin>{vin}</vin><stock>{stock}</stock></vehicle><customer><contact><phone type=\"cellphone\">{phone}</phone><address><postalcode>{postcode}</postalcode></address></contact></customer></prospect></adf>",
        ],
    },
];
