//! Compiles the regular expressions of the metadata to the engine's tokens.

use regex_syntax::ast::{
    self, AssertionKind, Ast, ClassPerlKind, ClassSet, ClassSetItem, GroupKind, Repetition,
    RepetitionKind, RepetitionRange,
};

use super::pattern;

/// The subset of regular expressions that numbering plans use.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// One digit of a class. The mask has one bit for each digit.
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
/// If the engine has no token for a part of it. The error contains that part.
pub fn parse(text: &str) -> Result<Node, String> {
    let tree = ast::parse::Parser::new().parse(text).map_err(|error| error.to_string())?;
    node(&tree).map_err(|ast| {
        let span = ast.span();
        let part = text.get(span.start.offset..span.end.offset).unwrap_or(text);
        format!("the engine has no token for {part} in {text}")
    })
}

/// The node for an expression, or the part that the engine has no token for.
fn node(ast: &Ast) -> Result<Node, &Ast> {
    match ast {
        Ast::Empty(_) => Ok(Node::Sequence(Vec::new())),
        Ast::Literal(literal) => {
            let digit = literal.c.to_digit(10).ok_or(ast)?;
            Ok(Node::Class(1 << digit))
        }
        Ast::ClassPerl(class) if class.kind == ClassPerlKind::Digit && !class.negated => {
            Ok(Node::Class(ALL))
        }
        Ast::ClassBracketed(class) if !class.negated => {
            let ClassSet::Item(item) = &class.kind else { return Err(ast) };
            digits(item).map(Node::Class).ok_or(ast)
        }
        Ast::Assertion(assertion) if assertion.kind == AssertionKind::EndLine => Ok(Node::Last),
        Ast::Group(group) => match &group.kind {
            GroupKind::CaptureIndex(_) => Ok(Node::Capture(Box::new(node(&group.ast)?))),
            GroupKind::NonCapturing(flags) if flags.items.is_empty() => node(&group.ast),
            _ => Err(ast),
        },
        Ast::Alternation(choices) => nodes(&choices.asts).map(Node::Either),
        Ast::Concat(items) => nodes(&items.asts).map(Node::Sequence),
        Ast::Repetition(repetition) => repeated(repetition).unwrap_or(Err(ast)),
        _ => Err(ast),
    }
}

fn nodes(asts: &[Ast]) -> Result<Vec<Node>, &Ast> {
    asts.iter().map(node).collect()
}

/// The node for a repetition: `...?` of anything, or `{n}` and `{m,n}` of `\d`. `None` for other
/// repetitions.
fn repeated(repetition: &Repetition) -> Option<Result<Node, &Ast>> {
    let (least, most) = match &repetition.op.kind {
        _ if !repetition.greedy => return None,
        RepetitionKind::ZeroOrOne => {
            return Some(node(&repetition.ast).map(|inner| Node::Optional(Box::new(inner))));
        }
        RepetitionKind::Range(RepetitionRange::Exactly(times)) => (times, times),
        RepetitionKind::Range(RepetitionRange::Bounded(least, most)) => (least, most),
        _ => return None,
    };
    if node(&repetition.ast) != Ok(Node::Class(ALL)) || *most > 15 {
        return None;
    }
    // Both are at most 15, so they fit.
    Some(Ok(Node::Digits(*least as u8, *most as u8)))
}

/// The digits of a class, one bit for each. `None` if the class has other characters.
fn digits(item: &ClassSetItem) -> Option<u16> {
    match item {
        ClassSetItem::Literal(literal) => Some(1 << literal.c.to_digit(10)?),
        ClassSetItem::Range(range) => {
            let (first, last) = (range.start.c.to_digit(10)?, range.end.c.to_digit(10)?);
            Some((first..=last).fold(0, |mask, digit| mask | 1 << digit))
        }
        ClassSetItem::Union(union) => {
            union.items.iter().try_fold(0, |mask, item| Some(mask | digits(item)?))
        }
        _ => None,
    }
}

impl Node {
    /// The lengths of the strings that it matches, one bit for each.
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

    /// Whether it contains a capturing group.
    pub fn captures(&self) -> bool {
        match self {
            Node::Capture(_) => true,
            Node::Optional(inner) => inner.captures(),
            Node::Either(nodes) | Node::Sequence(nodes) => nodes.iter().any(Node::captures),
            Node::Class(_) | Node::Digits(..) | Node::Last => false,
        }
    }

    /// The tokens, without `END`.
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

/// Replaces frequent pairs of a token and a digit with one byte.
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
            // The second byte of these is not a token.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_engine_has_no_token_for_is_named() {
        for (text, part) in [
            ("12[^3]", "[^3]"),
            ("1a", "a"),
            ("1+", "1+"),
            ("\\d{2,}", "\\d{2,}"),
            ("[23]{2}", "[23]{2}"),
            ("\\d{16}", "\\d{16}"),
            ("^1", "^"),
            ("[a1]", "[a1]"),
            ("(?i:1)", "(?i:1)"),
        ] {
            let error = parse(text).unwrap_err();
            assert_eq!(error, format!("the engine has no token for {part} in {text}"));
        }
        assert!(parse("(1").is_err());
    }

    #[test]
    fn alternatives_of_digits_become_tokens() {
        let node = parse("(?:1|[2-46]\\d{3,4})?5$").unwrap();
        let either = Node::Either(vec![
            Node::Class(1 << 1),
            Node::Sequence(vec![Node::Class(0b101_1100), Node::Digits(3, 4)]),
        ]);
        let optional = Node::Optional(Box::new(either));
        assert_eq!(node, Node::Sequence(vec![optional, Node::Class(1 << 5), Node::Last]));
    }
}
