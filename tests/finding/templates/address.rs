//! Addresses with a number below or beside them.

use super::{
    CHINESE, ENGLISH, FRENCH, GERMAN, ITALIAN, JAPANESE, Kind, NORTH_AMERICA, ONE_LENGTH,
    PORTUGUESE, SPANISH,
};
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "an address",
        regions: REGIONS,
        templates: &[
            "{firm}\n{street}\n{city} {postcode}\n{phone}",
            "{firm}, {street}, {city}, {postcode}\nTel. {phone}",
            "{name}\n{street}\n{postcode} {city}\n{phone}\n{email}",
            "{phone}\n{street}\n{postcode} {city}",
            "{firm} · {street} · {postcode} {city} · {phone} · {url}",
            "{firm}\t{street}\t{postcode}\t{city}\t{phone}",
            "{firm}\n{coordinates}\n{phone}",
            "{firm}\n{coordinates in degrees}\nTel: {phone}",
        ],
    },
    Kind {
        name: "an address in one line",
        regions: ONE_LENGTH,
        templates: &[
            "{firm} {street} {postcode} {city} {phone}",
            "{postcode} {national}",
            "{street}, {city} {postcode}, {phone}",
            "{postcode}, {national}",
        ],
    },
    Kind {
        name: "an address in English",
        regions: ENGLISH,
        templates: &[
            "{firm}\n{street}, Suite {suite}\n{city} {postcode}\nPhone: {phone}\nFax: {fax}",
            "P.O. Box {small}, {city} {postcode}. Phone {phone}",
            "Unit #{number of pieces}, {street}, {city} – {phone}",
            "Mail: {street}, Apt. {number of pieces}, {city}, {postcode}\nTelephone: {phone ext}",
            "Ship to: {name}, {street}, {city} {postcode}, phone {phone}, order {order}",
        ],
    },
    Kind {
        name: "an address in North America",
        regions: NORTH_AMERICA,
        templates: &[
            "{name}, {street}, {city} {postcode} {national}",
            "{national}, {street}, {city} {postcode}",
            "{street} {city} {postcode} {national} {email}",
        ],
    },
    Kind {
        name: "an address in French",
        regions: FRENCH,
        templates: &[
            "{firm}\n{street}, bureau {suite}\n{city} {postcode}\nTél. : {phone}\nTélécopieur : {fax}",
            "{firm}, BP {small}, {postcode} {city} Cedex 08. Tél. {phone}",
            "Livrer à : {name}, {street}, appartement {number of pieces}, {postcode} {city}, tél. {phone}",
            "Code postal : {postcode}\nTéléphone : {phone}",
        ],
    },
    Kind {
        name: "an address in Spanish",
        regions: SPANISH,
        templates: &[
            "{firm}\n{street}\nC.P. {postcode} {city}\nTel.: {phone}\nFax: {fax}",
            "Dirección: {street}, {postcode} {city}. Teléfono: {phone}",
        ],
    },
    Kind {
        name: "an address in German",
        regions: GERMAN,
        templates: &[
            "{firm} AG\n{street}\n{postcode} {city}\nTel.: {phone}\nFax: {fax}\n{url}",
            "Anschrift: {street}, {postcode} {city}, Telefon: {phone}",
            "{firm}, Postfach {small}, {postcode} {city}, Tel. {phone}",
        ],
    },
    Kind {
        name: "an address in Italian",
        regions: ITALIAN,
        templates: &[
            "{firm} S.r.l.\n{street}\n{postcode} {city}\nTel. {phone}\nFax {fax}",
            "Indirizzo: {street}, CAP {postcode} {city}; telefono: {phone}",
        ],
    },
    Kind {
        name: "an address in Portuguese",
        regions: PORTUGUESE,
        templates: &[
            "{firm}\n{street}\nCEP {postcode} - {city}\nTelefone: {phone}",
            "CEP: {postcode}, tel. {phone}",
        ],
    },
    Kind {
        name: "an address in Japanese",
        regions: JAPANESE,
        templates: &[
            "{postcode}\n{street}\n電話：{phone}\nFAX：{fax}",
            "株式会社{firm}\n{postcode} {street}\nTEL {phone} / FAX {fax}",
            "{postcode} {street} 電話番号 {phone}",
        ],
    },
    Kind {
        name: "an address in Chinese",
        regions: CHINESE,
        templates: &[
            "地址：{street}\n邮编：{postcode}\n电话：{phone}",
            "{name}，{phone}，{street}，邮编{postcode}",
            "收件人：{name}\n手机：{phone}\n地址：{street}\n邮政编码：{postcode}\n传真：{fax}",
        ],
    },
];
