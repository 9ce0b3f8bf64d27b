//! What a form on a page sends to its owner.

use super::{CHINESE, ENGLISH, FRENCH, GERMAN, ITALIAN, JAPANESE, Kind, PORTUGUESE, SPANISH};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a notification in English",
        regions: ENGLISH,
        templates: &[
            "Name: {name}\nPhone: {phone}\nPostal code: {postcode}\nMessage: Is the {year} {car} for {price} still there?",
            "Phone: {possible}\nPostal code: {postcode}",
            "Postal code: {postcode}\nPhone: {phone}\nEmail: {email}",
            "New lead #{id}\nSubmitted: {datetime}\nIP: {ip}\nPhone Number\n{phone}\nZIP\n{postcode}",
            "Phone: {phone}\nExt.: \nBest time: {time en}\nTrade-in: {year} {car}",
            "First name: Bob\nAge: 42\nDate of birth: {birthday}\nTelephone: {phone}\nBudget: {price}",
            "Name: {name}\nPhone: {phone ext below}\nPostal code: {postcode}",
            "{phone ext below}\n{phone}",
            "Phone (day): {phone}\nPhone (evening): {phone}\nDate: {date}",
            "*Phone*: {phone}\n*Vehicle*: {year} {car}\n*VIN*: {vin}\n*Page*: {url}",
            "Form id {id}, entry {small}\nMobile: {phone}\nSent from {ip} with {browser}",
            "Reservation {code} for {number of pieces} on {date} at {time}. Guest: {name}, {phone}",
            "Home phone:\nMobile phone: {phone}\nFax: {fax}\nAccount number: {long id}",
        ],
    },
    Kind {
        name: "a notification in French",
        regions: FRENCH,
        templates: &[
            "Nom : {name}\nTéléphone : {phone}\nCode postal : {postcode}\nMessage : la {car} {year} à {price fr} est-elle là ?",
            "Nouvelle demande n° {id}\nEnvoyée le {date} à {time}\nTéléphone : {phone}\nCourriel : {email}",
            "Date de naissance : {birthday}\nTél. : {phone}\nBudget : {price fr}",
            "Nom : {name}\nTéléphone : {phone poste below}\nCourriel : {email}",
            "Tél. (jour) : {phone poste}\nTél. (soir) : {phone}",
            "Numéro de dossier : {long id}\nNuméro de téléphone : {phone}",
        ],
    },
    Kind {
        name: "a notification in Spanish",
        regions: SPANISH,
        templates: &[
            "Nombre: {name}\nTeléfono: {phone}\nCódigo postal: {postcode}\nMensaje: ¿sigue en venta por {price}?",
            "Solicitud n.º {id}, {date} {time}\nMóvil: {phone}\nEmail: {email}",
        ],
    },
    Kind {
        name: "a notification in German",
        regions: GERMAN,
        templates: &[
            "Name: {name}\nTelefon: {phone}\nPLZ: {postcode}\nNachricht: Ist der {car} für {price} noch da?",
            "Anfrage Nr. {id} vom {date}, {time} Uhr\nMobil: {phone}\nE-Mail: {email}",
            "Geburtsdatum: {birthday}\nRückrufnummer: {phone}",
        ],
    },
    Kind {
        name: "a notification in Italian",
        regions: ITALIAN,
        templates: &[
            "Nome: {name}\nTelefono: {phone}\nCAP: {postcode}",
            "Richiesta n. {id} del {date}\nCellulare: {phone}",
        ],
    },
    Kind {
        name: "a notification in Portuguese",
        regions: PORTUGUESE,
        templates: &[
            "Nome: {name}\nTelefone: {phone}\nCEP: {postcode}\nMensagem: ainda está à venda por {price}?",
            "CPF: {cpf}\nCelular: {phone}\nData: {date}",
        ],
    },
    Kind {
        name: "a notification in Japanese",
        regions: JAPANESE,
        templates: &[
            "お名前：{name}\n電話番号：{phone}\n郵便番号：{postcode}",
            "受付番号 {id}\n受付日時 {date ja} {time}\n携帯 {phone}",
        ],
    },
    Kind {
        name: "a notification in Chinese",
        regions: CHINESE,
        templates: &[
            "姓名：{name}\n手机号码：{phone}\n预算：{price}",
            "编号 {id}\n时间 {datetime}\n电话 {phone 分机}",
        ],
    },
];
