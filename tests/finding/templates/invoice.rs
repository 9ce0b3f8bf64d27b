//! Invoices, with their numbers, taxes and accounts.

use super::{CHINESE, ENGLISH, FRENCH, GERMAN, ITALIAN, JAPANESE, Kind, PORTUGUESE, SPANISH};
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "an invoice in English",
        regions: ENGLISH,
        templates: &[
            "Invoice {order}\nDate: {date}\nDue: {date}\nTotal: {price}\nQuestions? {phone}",
            "Invoice no. {long id}\nVAT: {vat}\nIBAN: {iban}\nTel: {phone}\nFax: {fax}",
            "{firm}\n{street}, {city} {postcode}\nTel {phone}\n{company}\nInvoice #{id}   Amount due {price}",
            "Paid by card {masked card} on {date}. Receipt {id}. Customer service: {phone}",
            "Card {card}, exp. {day month}, {price}; billing phone {phone}",
            "Tracking: {tracking}\nOrder: {order}\nPhone: {phone}",
            "Item\tQty\tPrice\n{tyre}\t4\t{price}\nTotal\t\t{price}\nPhone {phone}",
            "Account {long id}, statement of {date en}: {price}. Call {phone}, 24/7.",
        ],
    },
    Kind {
        name: "an invoice in French",
        regions: FRENCH,
        templates: &[
            "Facture n° {order}\nDate : {date}\nÉchéance : {date}\nTotal : {price fr}\nTél. : {phone}",
            "{firm} SARL\n{street}\n{postcode} {city}\n{company}\nTVA {vat}\nTél. {phone}\nFax {fax}",
            "Facture {long id} du {date fr}, {price fr}, IBAN {iban}, contact : {phone}",
            "{company} – {phone} – {email}",
            "Client : {id} – Commande : {order} – Tél. : {phone} (0,15 €/min)",
            "Règlement par carte {masked card} le {date}. Service clients : {phone}, 7j/7 de 9h à 18h",
        ],
    },
    Kind {
        name: "an invoice in Spanish",
        regions: SPANISH,
        templates: &[
            "Factura n.º {order}\nFecha: {date}\nVencimiento: {date}\nTotal: {price}\nTel.: {phone}",
            "{firm} S.L.\n{street}, {postcode} {city}\nTeléfono {phone}\nIBAN {iban}",
        ],
    },
    Kind {
        name: "an invoice in German",
        regions: GERMAN,
        templates: &[
            "Rechnung Nr. {order}\nDatum: {date}\nFällig: {date}\nBetrag: {price}\nTel.: {phone}",
            "{firm} GmbH · {street} · {postcode} {city} · Tel. {phone} · USt-IdNr. {vat} · {company}",
            "Rechnungsnummer {long id}, Kundennummer {id}, Rückfragen: {phone}",
            "IBAN {iban}\nBIC COBADEFFXXX\nTelefon {phone}\nTelefax {fax}",
            "Steuernummer 12/345/{small}\nTelefon: {phone}",
        ],
    },
    Kind {
        name: "an invoice in Italian",
        regions: ITALIAN,
        templates: &[
            "Fattura n. {order} del {date}\nTotale {price}\n{company}\nTel. {phone}\nFax {fax}",
            "IBAN {iban}, importo {price}, telefono {phone}",
        ],
    },
    Kind {
        name: "an invoice in Portuguese",
        regions: PORTUGUESE,
        templates: &[
            "Nota fiscal {id}\n{company}\nCPF: {cpf}\nTelefone: {phone}\nValor: {price}",
            "{vat}, telefone {phone}, vencimento {date}",
            "CPF {cpf}\nCelular {phone}",
        ],
    },
    Kind {
        name: "an invoice in Japanese",
        regions: JAPANESE,
        templates: &[
            "請求書番号 {id}\n日付 {date ja}\n金額 {price}\n登録番号 {vat}\n電話 {phone}",
            "ご注文番号：{long id}\n合計：{price}\nお問い合わせ：{phone}（9:00～17:00）",
            "{date ja} {time}\nTEL：{phone}\nFAX：{fax}",
        ],
    },
    Kind {
        name: "an invoice in Chinese",
        regions: CHINESE,
        templates: &[
            "订单号：{long id}\n金额：{price}\n电话：{phone}",
            "发票号码 {id}\n{company}\n联系电话 {phone}\n传真 {fax}",
            "身份证号：{identity card}\n手机号：{phone}",
            "客服电话：{phone}（{time}-{time}），订单 {long id}",
        ],
    },
    Kind {
        name: "an account",
        regions: REGIONS,
        templates: &[
            "{iban}\n{phone}",
            "{vat}\nTel. {phone}",
            "{company}\nTel. {phone}",
            "Ref. {code}\nTel. {phone}\n{price}",
            "{card}\n{phone}",
        ],
    },
];
