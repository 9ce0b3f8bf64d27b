//! Recognizes the word before a number, which says what the number is.

use super::bytes::{
    CELL, at, before as byte_before, end_of, is_any_digit, is_letter, is_space, start_of,
};

/// What the word before a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// A phone.
    Phone,
    /// A fax machine.
    Fax,
    /// Something else that has a number: an order, a car, a company.
    Other,
}

/// How many words before a number are read. `Tel (office, direct)` has three.
const MOST_WORDS: usize = 4;

/// The words for a phone, without accents.
const PHONE: &str = "tel telephone telefono telefon telefone phone ph cell cellular cellulaire cel \
    celular mob mobile mobil movil handy gsm portable fon fone dom call appelez llame whatsapp free \
    frais ligne t p m c h w d o";

/// Words that mean something else without a sign after them: `Port.` is a mobile phone in French.
const PHONE_WITH_SIGN: &str = "port";

/// Words that say which phone it is. Another word before them can say that it is a fax machine.
const PLACE: &str = "home work office bureau maison travail domicile casa trabajo oficina direct \
    directe directo voice pref type main primary";

/// The words for a fax machine.
const FAX: &str = "fax telecopieur telecopie telefax telec f fx";

/// The words for anything else with a number.
const OTHER: &str = "order ref reference lead stock invoice facture factura rechnung id vin account acct \
    compte cuenta konto dossier siren siret rcs tva vat iva iban client customer cliente kunde \
    kundin auftrag kd ro timestamp ticket case claim policy pedido commande prospect deal \
    opportunity contract contrat chassis fin abn acn uid ustid cnpj cpf blz svnr bce kbo aadhaar \
    cnh bday richiesta sku zip code po quote devis ad lic annonce anuncio inserat receipt \
    membership box ahv sip gst tps tvq ein ssn nif cif rfc cuit \
    isbn ean upc imei iccid serial";

/// The register of companies in France. The name of a town stands after it.
const REGISTER: &[u8] = b"rcs";

/// A bank account, in the only spelling with a slash.
const ACCOUNT: &[u8] = b"a/c";

/// The ends of words for a number in German, and the parts of those for a phone.
const GERMAN_NUMBER: [&[u8]; 2] = [b"nummer", b"nr"];
const GERMAN_PHONE: [&[u8]; 5] = [b"ruf", b"fon", b"handy", b"mobil", b"tel"];

/// Words for a number of any kind. They are skipped.
const NUMBER: &str = "no number numero num nr nbr n o";

/// Those that stand before the number of a thing, not of a person.
const NUMBERED: &str = "nr n";

/// What the words at the end of a text say of the number that follows.
pub(super) fn before(text: &[u8]) -> Option<Label> {
    let is_gap = |byte: u8| byte != b'\n' && !is_letter(byte) && !is_any_digit(byte);
    let mut end = start_of(text, text.len(), is_gap);
    if text.get(..end)?.ends_with(ACCOUNT) {
        return Some(Label::Other);
    }
    let gap = text.get(end..)?;
    // What stands before a slash is another field: `Deal / 514-555-0123`.
    let is_in_field = gap.contains(&b'/');
    // The cell before says what a phone is. But `Client` can also stand before a client's phone,
    // and `F` says that somebody is a woman.
    let is_in_cell = gap.contains(&CELL);
    let mut has_sign = gap.iter().any(|byte| matches!(*byte, b':' | b'.'));
    let (mut found, mut is_last, mut is_numbered) = (None, true, false);
    for _ in 0..MOST_WORDS {
        let start = start_of(text, end, is_letter);
        let word = text.get(start..end)?;
        let last = byte_before(text, start);
        // The digits before it are a number with this word after it: `514-555-0123 (home)`.
        let is_of_number = last == b'('
            && at(text, end) == b')'
            && is_any_digit(byte_before(text, start_of(text, start - 1, is_space)));
        if word.is_empty() || is_any_digit(last) || is_of_number {
            break;
        }
        // A single letter is a label only at the start of a line or a field, or with a sign after
        // it: `T: 514`, not `Bob T 514` and not `T514`.
        let field = byte_before(text, start_of(text, start, is_space));
        let starts_field =
            matches!(field, 0 | b'\n' | b'|' | b'.') && !gap.is_empty() && !is_in_cell;
        if word.len() > 1 || has_sign || starts_field {
            if is_one_of(word, FAX) {
                return Some(Label::Fax);
            }
            let is_german = GERMAN_NUMBER.iter().any(|end| word != *end && word.ends_with(end));
            let has = |part: &&[u8]| word.windows(part.len()).any(|window| window == *part);
            if is_one_of(word, PHONE)
                || has_sign && is_one_of(word, PHONE_WITH_SIGN)
                || is_german && GERMAN_PHONE.iter().any(has)
            {
                return Some(Label::Phone);
            }
            if is_one_of(word, PLACE) {
                found = Some(Label::Phone);
            } else if (is_last || word == REGISTER)
                && !is_in_cell
                && !is_in_field
                && (is_german || is_one_of(word, OTHER))
            {
                return Some(Label::Other);
            }
        }
        if is_last && is_numbered && !is_in_cell {
            // `n° 12` of anything else than a phone.
            found = found.or(Some(Label::Other));
        }
        is_numbered |= is_last && is_one_of(word, NUMBERED);
        // The tax number of a company has its country before it: `TVA BE 0475…`.
        is_last &= word.len() == 2 || is_one_of(word, NUMBER);
        end = start_of(text, start, is_gap);
        has_sign = false;
    }
    found
}

/// Whether the word after a number says that it is a fax machine: `514-555-0199 (fax)`.
pub(super) fn is_fax(text: &[u8]) -> bool {
    let start = end_of(text, 0, |byte| b" -([".contains(&byte));
    let end = end_of(text, start, is_letter);
    // A word that is not the last one of its field is the label of the next number.
    let after = at(text, end_of(text, end, is_space));
    start > 0
        && is_one_of(text.get(start..end).unwrap_or_default(), FAX)
        && matches!(after, 0 | b'\n' | CELL | b',' | b';' | b'/' | b'|' | b')' | b']')
}

/// Whether a word is one of those in the list.
pub(super) fn is_one_of(word: &[u8], list: &str) -> bool {
    list.as_bytes().split(|byte| is_space(*byte)).any(|label| label == word && !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::number::finding::clean::clean;

    #[test]
    fn a_fax_may_be_named_after_its_number() {
        for text in [" (fax)", " fax", " - Fax, ", " [FAX] 514", " Telefax\n514"] {
            assert!(is_fax(clean(text).as_bytes()), "{text}");
        }
        for text in ["", "fax", " fax 514", " fax: 514", " (faxes)", "\nfax", ", fax"] {
            assert!(!is_fax(clean(text).as_bytes()), "{text}");
        }
    }

    #[test]
    fn the_nearest_word_says_what_the_number_is() {
        for (text, label) in [
            ("Tel: ", Some(Label::Phone)),
            ("TÉLÉPHONE\u{20}", Some(Label::Phone)),
            ("T. ", Some(Label::Phone)),
            ("Bob T ", None),
            ("Bob | T ", Some(Label::Phone)),
            ("T", None),
            ("Port.\u{a0}: ", Some(Label::Phone)),
            ("port=", None),
            ("Tel. 514-555-0123 (BCE ", Some(Label::Other)),
            ("514-555-0123 (home), ", None),
            ("080c:", None),
            ("TVA BE ", Some(Label::Other)),
            ("RCS Paris ", Some(Label::Other)),
            ("Tel (office, direct): ", Some(Label::Phone)),
            ("TEL;TYPE=fax,work:", Some(Label::Fax)),
            ("Fax 12, Tel ", Some(Label::Phone)),
            ("Fax 514-555-0199, ", None),
            ("Phone number: ", Some(Label::Phone)),
            ("Phone\n", None),
            ("Phone;Amount\n", None),
            ("Phone\t", Some(Label::Phone)),
            ("Work fax\t", Some(Label::Fax)),
            ("F\t", None),
            ("Client\t", None),
            ("Deal / ", None),
            ("Phone\t\t", Some(Label::Phone)),
            ("Order no. ", Some(Label::Other)),
            ("Lead Bob Tremblay ", None),
            ("Lead #", Some(Label::Other)),
            ("公司电话:", Some(Label::Phone)),
            ("請求書番号 ", Some(Label::Other)),
            ("A/C ", Some(Label::Other)),
            ("Kundennummer ", Some(Label::Other)),
            ("Rückrufnummer: ", Some(Label::Phone)),
            ("Steuernr. ", Some(Label::Other)),
            ("Telefonnr.: ", Some(Label::Phone)),
            ("soumission n° ", Some(Label::Other)),
            ("Pedido n.º ", Some(Label::Other)),
            ("Tel. n° ", Some(Label::Phone)),
            ("My number: ", None),
            ("hotel ", None),
            ("📞 ", Some(Label::Phone)),
            ("", None),
        ] {
            assert_eq!(before(clean(text).as_bytes()), label, "{text}");
        }
    }
}
