//! Recognizes the word before a number, which says what the number is.

use crate::form::number::extension_label::plain;
use lead_phone_number::{decimal_digit, is_word};

/// What the word before a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// A phone.
    Phone,
    /// A phone, as the line before says. It may be the head of a column.
    PhoneBefore,
    /// A fax machine.
    Fax,
    /// Something else that has a number: an order, a car, a company.
    Other,
}

/// How many words before a number are read. `Tel (office, direct)` has three.
const MOST_WORDS: usize = 4;

/// The words for a phone, without accents.
const PHONE: &str = "tel telephone telefono telefon telefone phone ph cell cellular cellulaire cel \
    celular mob mobile mobil movil handy gsm portable fon fone dom call appelez llame whatsapp \
    free frais ligne t p m c h w d o 电话 手机 電話 携帯 ☎ 📞 📱";

/// Words that mean something else without a sign after them: `Port.` is a mobile phone in French.
const PHONE_WITH_SIGN: &str = "port";

/// Words that say which phone it is. Another word before them can say that it is a fax machine.
const PLACE: &str = "home work office bureau maison travail domicile casa trabajo oficina direct \
    directe directo voice pref type main primary";

/// The words for a fax machine.
const FAX: &str = "fax telecopieur telecopie telefax f fx 传真 ファックス";

/// The words for anything else with a number.
const OTHER: &str = "order ref reference lead stock invoice facture factura rechnung id vin account \
    compte cuenta konto dossier siren siret rcs tva vat iva iban client customer cliente kunde \
    kundin auftrag kd ro timestamp ticket case claim policy pedido commande prospect deal opportunity contract \
    contrat chassis fin abn acn uid ustid cnpj cpf blz svnr bce kbo aadhaar cnh bday richiesta sku zip code po quote devis ad lic annonce anuncio inserat receipt membership box ahv sip serial gst tps tvq \
    ein ssn nif cif rfc cuit 订单 订单号 番号";

/// A bank account, in the only spelling with a slash.
const ACCOUNT: &str = "a/c";

/// The end of words for a number in German, and the parts of those for a phone.
const GERMAN_NUMBER: &str = "nummer";
const GERMAN_PHONE: [&str; 4] = ["ruf", "fon", "handy", "mobil"];

/// Words for a number of any kind. They are skipped.
const NUMBER: &str = "no number numero num nr nbr n nº º";

/// Those that stand before the number of a thing, not of a person.
const NUMBERED: &str = "nr n nº";

/// What the words at the end of a text say of the number that follows.
pub(super) fn before(text: &str) -> Option<Label> {
    let is_letter = |character: char| {
        is_word(character) && decimal_digit(character).is_none()
            || matches!(character, '☎' | '📞' | '📱')
    };
    let mut end = text.trim_end_matches(|character: char| {
        character != '\n' && !is_word(character) && !is_letter(character)
    });
    // The label of a form or a table can be the last word of the line before.
    let (phone, most_words) = match end.ends_with('\n') {
        true => (Label::PhoneBefore, 1),
        false => (Label::Phone, MOST_WORDS),
    };
    end = end.trim_end_matches('\n');
    end = end.trim_end_matches(|character: char| {
        character != '\n' && !is_word(character) && !is_letter(character)
    });
    let mut has_sign = text.get(end.len()..).is_some_and(|between| between.contains([':', '.']));
    let account = end.len().checked_sub(ACCOUNT.len()).and_then(|start| end.get(start..));
    if account.is_some_and(|account| account.eq_ignore_ascii_case(ACCOUNT)) {
        return Some(Label::Other);
    }
    let mut found = None;
    let mut is_last = true;
    let mut has_numbered = false;
    for _ in 0..most_words {
        let start = end.trim_end_matches(is_letter);
        let word = end.get(start.len()..).unwrap_or_default();
        let is_part = start.ends_with(|last: char| decimal_digit(last).is_some());
        let has_bracket = text.get(end.len()..).is_some_and(|after| after.starts_with(')'));
        if word.is_empty() || is_part || has_bracket && is_after_number(start) {
            break;
        }
        // A single letter is a label only at the start of a line or a field, or with a sign after
        // it: `T: 514`, not `Bob T 514` and not `T514`.
        let field = start.trim_end_matches(' ').chars().next_back();
        let starts_field = field.is_none_or(|last| matches!(last, '\n' | '|' | '.'));
        let is_glued = text.len() == end.len();
        if word.chars().nth(1).is_some() || has_sign || starts_field && !is_glued {
            if is_one_of(word, FAX) {
                return Some(Label::Fax);
            }
            if is_one_of(word, PHONE) || has_sign && is_one_of(word, PHONE_WITH_SIGN) {
                return Some(phone);
            }
            let is_german = word.ends_with(GERMAN_NUMBER);
            if is_german && GERMAN_PHONE.iter().any(|part| word.to_ascii_lowercase().contains(part))
            {
                return Some(phone);
            }
            if is_one_of(word, PLACE) {
                found = Some(phone);
            } else if is_last && (is_german || is_one_of(word, OTHER)) {
                return Some(Label::Other);
            }
        }
        if is_last && has_numbered {
            // `n° 12` of anything else than a phone.
            found = found.or(Some(Label::Other));
        }
        has_numbered |= is_last && is_one_of(word, NUMBERED);
        // The tax number of a company has its country before it: `TVA BE 0475…`.
        let is_country = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        is_last &= is_country || is_one_of(word, NUMBER);
        end = start.trim_end_matches(|character: char| character != '\n' && !is_word(character));
        has_sign = false;
    }
    found
}

/// Whether a word after this text belongs to the number before it: `514-555-0123 (home), `.
fn is_after_number(text: &str) -> bool {
    let before = text.strip_suffix('(').map(|before| before.trim_end_matches(' '));
    before.is_some_and(|before| before.ends_with(|last: char| decimal_digit(last).is_some()))
}

/// Whether a word is one of those in the list, without case and accents. Scripts without spaces
/// between words have the label at the end of a longer word.
fn is_one_of(word: &str, list: &str) -> bool {
    list.split(' ').any(|label| {
        let is_it = word.chars().map(plain).eq(label.chars());
        is_it || !label.is_ascii() && word.contains(label)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_says_what_the_number_is() {
        for (text, label) in [
            ("Tel: ", Some(Label::Phone)),
            ("TÉLÉPHONE\u{20}", Some(Label::Phone)),
            ("T. ", Some(Label::Phone)),
            ("Bob T ", None),
            ("Bob | T ", Some(Label::Phone)),
            ("T", None),
            ("514-555-0123 (home), ", None),
            ("Tel. 514-555-0123 (BCE ", Some(Label::Other)),
            ("080c:", None),
            ("TVA BE ", Some(Label::Other)),
            ("Rückrufnummer: ", Some(Label::Phone)),
            ("Port.\u{a0}: ", Some(Label::Phone)),
            ("port=", None),
            ("Tel (office, direct): ", Some(Label::Phone)),
            ("TEL;TYPE=fax,work:", Some(Label::Fax)),
            ("Fax 12, Tel ", Some(Label::Phone)),
            ("Fax 514-555-0199, ", None),
            ("Phone number: ", Some(Label::Phone)),
            ("Phone\n", Some(Label::PhoneBefore)),
            ("Phone;Amount\n", None),
            ("Order no. ", Some(Label::Other)),
            ("Lead Bob Tremblay ", None),
            ("Lead #", Some(Label::Other)),
            ("公司电话:", Some(Label::Phone)),
            ("hotel ", None),
            ("A/C ", Some(Label::Other)),
            ("Kundennummer ", Some(Label::Other)),
            ("Telefonnummer ", Some(Label::Phone)),
            ("soumission n° ", Some(Label::Other)),
            ("Pedido n.º ", Some(Label::Other)),
            ("Tel. n° ", Some(Label::Phone)),
            ("My number: ", None),
            ("", None),
            ("📞 ", Some(Label::Phone)),
        ] {
            assert_eq!(before(text), label, "{text}");
        }
    }
}
