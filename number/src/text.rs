//! Finds the number in a text. Texts are strings of symbols here, see [`super::symbols`].

use super::symbols::{is_digit, is_plus, is_word};

/// A part of a text that can be a number.
pub(super) struct Candidate {
    pub symbols: Vec<u8>,
    /// The number of symbols, at its start, that come from an RFC 3966 context.
    context: usize,
    /// The position of the context in the text.
    context_start: usize,
    /// The position of the other symbols in the text.
    start: usize,
}

impl Candidate {
    /// The position in the text of one of the symbols.
    pub fn position(&self, symbol: usize) -> usize {
        match symbol.checked_sub(self.context) {
            Some(symbol) => self.start + symbol,
            None => self.context_start + symbol,
        }
    }
}

/// Extracts the part of a text that can be a number, and joins the two halves of an RFC 3966
/// number with a context. Empty if there is no such part.
pub(super) fn candidate(text: &[u8]) -> Candidate {
    const CONTEXT: &[u8] = b";phone-context=";
    let mut number = Candidate { symbols: Vec::new(), context: 0, context_start: 0, start: 0 };
    let end = if let Some(end) = find(text, CONTEXT) {
        number.context_start = end + CONTEXT.len();
        let context = text.get(number.context_start..).unwrap_or_default();
        let context = find(context, b";").map_or(context, |end| context.split_at(end).0);
        if !is_context(context) {
            return number;
        }
        if context.first() == Some(&b'+') {
            number.symbols.extend_from_slice(context);
            number.context = context.len();
        }
        number.start = find(text, b"tel:").map_or(0, |at| at + 4);
        end
    } else {
        number.start = start(text);
        end(text, number.start)
    };
    // If "tel:" comes after the context, the range is empty.
    number.symbols.extend_from_slice(text.get(number.start..end).unwrap_or_default());
    if let Some(at @ 1..) = find(&number.symbols, b";isub=") {
        number.symbols.truncate(at);
    }
    number
}

/// The position of the first symbol that a number can start with.
pub(super) fn start(text: &[u8]) -> usize {
    text.iter().take_while(|symbol| !is_plus(**symbol) && !is_digit(**symbol)).count()
}

/// Where a number ends: after the last symbol that can end one, and before a second number.
fn end(text: &[u8], start: usize) -> usize {
    let mut end = start;
    // `slash`: the position of a slash that only spaces follow so far.
    let (mut slash, mut second) = (None, None);
    let mut at = start;
    while let Some(symbol) = text.get(at) {
        if *symbol == b'#' || is_word(*symbol) {
            end = at + 1;
        }
        match symbol {
            b'/' | b'\\' => slash = Some(at),
            b' ' => {}
            // "x302/x2303" are the extensions of two numbers: only the first is read.
            b'x' if second.is_none() => second = slash,
            _ => slash = None,
        }
        at += 1;
    }
    second.unwrap_or(end)
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|part| part == what)
}

/// Whether this is RFC 3966's `global-number-digits` or `domainname`.
fn is_context(context: &[u8]) -> bool {
    let number = context.first() == Some(&b'+');
    // The last symbol, and the first symbol of the last label.
    let (mut digits, mut last, mut top) = (false, b'.', b'.');
    for (at, symbol) in context.iter().enumerate() {
        digits |= is_digit(*symbol);
        let good = if number {
            at == 0 || is_digit(*symbol) || matches!(symbol, b'-' | b'.' | b'(' | b')')
        } else if is_digit(*symbol) || symbol.is_ascii_alphabetic() {
            if last == b'.' {
                top = *symbol;
            }
            true
        } else {
            // Labels neither start nor end with a dash, and none is empty.
            match symbol {
                b'-' => last != b'.',
                b'.' => !matches!(last, b'-' | b'.'),
                _ => false,
            }
        };
        if !good {
            return false;
        }
        last = *symbol;
    }
    if number { digits } else { last != b'-' && top.is_ascii_alphabetic() }
}

#[cfg(test)]
mod tests {
    use super::super::symbols::symbols;
    use super::*;

    /// The candidate, put together from the characters at its symbols' positions.
    fn cut(text: &str) -> String {
        let number = candidate(&symbols(text));
        let characters: Vec<char> = text.chars().collect();
        (0..number.symbols.len()).map(|symbol| characters[number.position(symbol)]).collect()
    }

    #[test]
    fn what_stands_around_a_number_is_cut_off() {
        for (text, number) in [
            ("Tel: (514) 123-4455.", "514) 123-4455"),
            ("téléphone ＋1 514 1234455 …", "＋1 514 1234455"),
            ("530 583-6985 x302/ x2303", "530 583-6985 x302"),
            ("530 583-6985 / 514", "530 583-6985 / 514"),
            ("530 583-6985//x1/x2", "530 583-6985/"),
            ("514 1234455#", "514 1234455#"),
            ("no number", ""),
            ("+", ""),
        ] {
            assert_eq!(cut(text), number, "{text}");
        }
    }

    #[test]
    fn contexts_of_rfc_3966() {
        for (text, number) in [
            ("tel:123-4455;phone-context=+1-514", "+1-514123-4455"),
            ("tel:1234455;phone-context=a-1.example.com.;isub=5", "1234455"),
            ("tel:1234455;isub=1;phone-context=example", "1234455"),
            ("1234455;phone-context=", ""),
            ("1234455;phone-context=+", ""),
            ("1234455;phone-context=.", ""),
            ("1234455;phone-context=a..b", ""),
            ("1234455;phone-context=a..", ""),
            ("1234455;phone-context=a.1", ""),
            ("1234455;phone-context=-a", ""),
            ("1234455;phone-context=a-", ""),
        ] {
            assert_eq!(cut(text), number, "{text}");
        }
    }
}
