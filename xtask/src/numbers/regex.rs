//! Regular expressions of the metadata, compiled to the engine's tokens.

use super::pattern;

/// As much of a regular expression as numbering plans use.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// One digit out of a class, one bit for each.
    Class(u16),
    /// `\d{m,n}`
    Digits(u8, u8),
    /// `$`
    Last,
    /// `(...)`
    Capture(Box<Node>),
    /// One after the other.
    Sequence(Vec<Node>),
    /// One or the other.
    Either(Vec<Node>),
    /// `...?`
    Optional(Box<Node>),
}

const ALL: u16 = 0x3FF;

/// Reads a regular expression.
///
/// # Errors
///
/// Says what it holds that the engine has no token for.
pub fn parse(text: &str) -> Result<Node, String> {
    let mut parser = Parser { text: text.as_bytes(), at: 0 };
    let node = parser.either()?;
    if parser.at < parser.text.len() {
        return Err(format!("a bracket too many in {text}"));
    }
    Ok(node)
}

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    fn error<T>(&self, what: &str) -> Result<T, String> {
        Err(format!("{what} at {} of {}", self.at, String::from_utf8_lossy(self.text)))
    }

    fn either(&mut self) -> Result<Node, String> {
        let mut choices = vec![self.sequence()?];
        while self.peek() == b'|' {
            self.at += 1;
            choices.push(self.sequence()?);
        }
        Ok(if choices.len() == 1 { choices.remove(0) } else { Node::Either(choices) })
    }

    fn sequence(&mut self) -> Result<Node, String> {
        let mut items = Vec::new();
        while !matches!(self.peek(), 0 | b'|' | b')') {
            let item = self.item()?;
            let item = match self.peek() {
                b'?' => {
                    self.at += 1;
                    Node::Optional(Box::new(item))
                }
                b'{' if item == Node::Class(ALL) => {
                    self.at += 1;
                    let least = self.number()?;
                    let most = if self.peek() == b',' {
                        self.at += 1;
                        self.number()?
                    } else {
                        least
                    };
                    if self.peek() != b'}' || most > 15 {
                        return self.error("repetition");
                    }
                    self.at += 1;
                    Node::Digits(least, most)
                }
                b'{' | b'*' | b'+' => return self.error("repetition"),
                _ => item,
            };
            items.push(item);
        }
        Ok(if items.len() == 1 { items.remove(0) } else { Node::Sequence(items) })
    }

    fn number(&mut self) -> Result<u8, String> {
        let mut value = 0_u8;
        let start = self.at;
        while self.peek().is_ascii_digit() {
            value = value.wrapping_mul(10).wrapping_add(self.peek() - b'0');
            self.at += 1;
        }
        if self.at == start { self.error("number") } else { Ok(value) }
    }

    fn item(&mut self) -> Result<Node, String> {
        let byte = self.peek();
        self.at += 1;
        match byte {
            b'0'..=b'9' => Ok(Node::Class(1 << (byte - b'0'))),
            b'\\' if self.peek() == b'd' => {
                self.at += 1;
                Ok(Node::Class(ALL))
            }
            b'$' => Ok(Node::Last),
            b'[' => self.class(),
            b'(' => {
                let plain = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(b"?:"));
                if plain {
                    self.at += 2;
                }
                let inner = self.either()?;
                if self.peek() != b')' {
                    return self.error("bracket");
                }
                self.at += 1;
                Ok(if plain { inner } else { Node::Capture(Box::new(inner)) })
            }
            _ => self.error("character"),
        }
    }

    fn class(&mut self) -> Result<Node, String> {
        let mut mask = 0_u16;
        while self.peek() != b']' {
            let first = self.peek();
            self.at += 1;
            let mut last = first;
            if self.peek() == b'-' {
                last = self.text.get(self.at + 1).copied().unwrap_or(0);
                self.at += 2;
            }
            if !first.is_ascii_digit() || !last.is_ascii_digit() || first > last {
                return self.error("class");
            }
            for digit in first..=last {
                mask |= 1 << (digit - b'0');
            }
        }
        self.at += 1;
        Ok(Node::Class(mask))
    }
}

impl Node {
    /// The lengths of the strings it matches, one bit for each.
    pub fn lengths(&self) -> u32 {
        match self {
            Node::Class(_) => 2,
            Node::Digits(least, most) => (*least..=*most).map(|length| 1 << length).sum(),
            Node::Last => 1,
            Node::Capture(inner) => inner.lengths(),
            Node::Optional(inner) => inner.lengths() | 1,
            Node::Either(choices) => choices.iter().fold(0, |all, node| all | node.lengths()),
            Node::Sequence(items) => items.iter().fold(1, |all, node| {
                let next = node.lengths();
                (0..32).filter(|shift| next >> shift & 1 != 0).fold(0, |sum, by| sum | all << by)
            }),
        }
    }

    /// Whether a part of it is to be captured.
    pub fn captures(&self) -> bool {
        match self {
            Node::Capture(_) => true,
            Node::Optional(inner) => inner.captures(),
            Node::Either(nodes) | Node::Sequence(nodes) => nodes.iter().any(Node::captures),
            Node::Class(_) | Node::Digits(..) | Node::Last => false,
        }
    }

    /// The tokens, without an end.
    pub fn tokens(&self) -> Vec<u8> {
        let mut tokens = Vec::new();
        self.write(&mut tokens, true);
        shortened(&tokens)
    }

    fn write(&self, to: &mut Vec<u8>, top: bool) {
        match self {
            Node::Class(ALL) => to.push(1),
            Node::Class(mask) => {
                let (first, width) = (mask.trailing_zeros(), mask.count_ones());
                let last = 15 - mask.leading_zeros();
                if last - first + 1 == width {
                    to.push(pattern::RANGE + (10 * first + last) as u8);
                } else {
                    to.extend([pattern::CLASS + (mask >> 8) as u8, *mask as u8]);
                }
            }
            Node::Digits(least, most) if least == most => to.push(*least),
            Node::Digits(least, most) => to.extend([pattern::BETWEEN, least << 4 | most]),
            Node::Last => to.push(pattern::LAST),
            Node::Capture(inner) => inner.write(to, top),
            Node::Optional(inner) => {
                let single = matches!(**inner, Node::Class(_));
                if !single {
                    to.push(pattern::OPEN);
                }
                inner.write(to, true);
                if !single {
                    to.push(pattern::CLOSE);
                }
                to.push(pattern::OPTIONAL);
            }
            Node::Either(choices) => {
                if !top {
                    to.push(pattern::OPEN);
                }
                for (index, choice) in choices.iter().enumerate() {
                    if index > 0 {
                        to.push(pattern::OR);
                    }
                    choice.write(to, false);
                }
                if !top {
                    to.push(pattern::CLOSE);
                }
            }
            Node::Sequence(items) => items.iter().for_each(|item| item.write(to, false)),
        }
    }
}

/// Writes one byte for frequent tokens and the digit after them.
fn shortened(tokens: &[u8]) -> Vec<u8> {
    // The digit that a token stands for.
    let digit = |at: usize| {
        let token = tokens.get(at)?.checked_sub(pattern::RANGE)?;
        (token / 10 == token % 10).then_some(token % 10)
    };
    let mut short = Vec::new();
    let mut at = 0;
    while let Some(&token) = tokens.get(at) {
        let or_follows = tokens.get(at + 1) == Some(&pattern::OR);
        at += match token {
            pattern::OR if digit(at + 1).is_some() => {
                short.extend(digit(at + 1).map(|digit| pattern::OR_DIGIT + digit));
                2
            }
            pattern::OPEN if digit(at + 1).is_some() => {
                short.extend(digit(at + 1).map(|digit| pattern::OPEN_DIGIT + digit));
                2
            }
            pattern::CLOSE if or_follows && digit(at + 2).is_some() => {
                short.extend(digit(at + 2).map(|digit| pattern::CLOSE_OR_DIGIT + digit));
                3
            }
            // These have a second byte, which is no token.
            pattern::BETWEEN | pattern::CLASS..pattern::OR_DIGIT => {
                short.extend(tokens.get(at..at + 2).unwrap_or_default());
                2
            }
            _ => {
                short.push(token);
                1
            }
        };
    }
    short
}
