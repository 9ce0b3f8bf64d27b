use super::*;
use crate::form::state::Action;
use proptest::prelude::*;

/// A page with the number's field and a user who types into it.
#[derive(Default)]
struct Page {
    state: State,
    line: Line,
    /// How many times the field was written.
    written: usize,
}

/// An act of the user.
#[derive(Clone, Debug)]
enum Deed {
    Type(char),
    /// Deletes the character to the left of the caret, or the selection.
    Backspace,
    /// Selects this range of the text, in percent.
    Select(usize, usize),
    Paste(&'static str),
    /// Composes a text by IME, with these intermediate texts.
    Compose(Vec<&'static str>),
    /// Drags the selection to the start or into another field.
    Drag {
        within: bool,
    },
    /// A password manager fills the field without an event.
    Fill(&'static str),
    Leave,
    Undo,
    Redo,
}

impl Page {
    fn reduce(&mut self, event: NumberEvent) {
        let mut numbers = 0;
        for effect in self.state.reduce(Action::Number(event.clone())) {
            match effect {
                Effect::WriteNumber(line) => {
                    assert!(!self.state.is_composing(), "{event:?}");
                    assert_ne!((numbers, &self.line), (1, &line), "{event:?}");
                    numbers += 1;
                    self.line = line;
                }
                // The number is one of the fields, if the page shows another value.
                Effect::WriteFields if !self.state.is_composing() => {
                    assert_eq!(self.line.text(), self.state.fields.number, "{event:?}");
                }
                _ => {}
            }
        }
        assert!(numbers <= 1, "{event:?}");
        self.written += numbers;
        // The page and the state have the same text.
        assert_eq!(self.line.text(), self.state.fields.number, "{event:?}");
        assert_eq!(self.line.text(), self.state.input.line().text(), "{event:?}");
    }

    fn edit(&mut self, line: Line, kind: InputKind) {
        self.reduce(NumberEvent::BeforeInput(self.line.clone()));
        self.line = line.clone();
        self.reduce(NumberEvent::Input { line, kind });
    }

    fn backspace(&self) -> Line {
        if !self.line.is_caret() {
            return self.line.replace("");
        }
        let end = self.line.before().len();
        let last = self.line.before().chars().next_back().map_or(0, char::len_utf8);
        self.line.clone().select(end - last, end).replace("")
    }

    fn does(&mut self, deed: &Deed) {
        match deed {
            Deed::Type(character) => {
                let line = self.line.replace(&character.to_string());
                self.edit(line, InputKind::of("insertText", 1));
            }
            Deed::Backspace => {
                let line = self.backspace();
                if line != self.line {
                    self.edit(line, InputKind::of("deleteContentBackward", 0));
                }
            }
            Deed::Select(start, end) => {
                let length = self.line.text().len();
                self.line = self.line.clone().select(length * start / 100, length * end / 100);
            }
            Deed::Paste(text) => {
                let (line, text) = (self.line.clone(), (*text).to_owned());
                self.reduce(NumberEvent::Pasted { line, text });
            }
            Deed::Compose(texts) => {
                let before = self.line.clone();
                self.reduce(NumberEvent::CompositionStarted(before.clone()));
                for text in texts {
                    let line = before.replace(text);
                    self.edit(line, InputKind::Composed);
                }
                self.reduce(NumberEvent::CompositionEnded(self.line.clone()));
            }
            Deed::Drag { within } => {
                let text = self.line.selected().to_owned();
                self.edit(self.line.replace(""), InputKind::DraggedAway);
                if *within {
                    let line = self.line.clone().select(0, 0).replace(&text);
                    self.edit(line, InputKind::of("insertFromDrop", 0));
                }
                self.reduce(NumberEvent::DragEnded(self.line.clone()));
            }
            Deed::Fill(text) => {
                self.line = Line::new(*text);
                self.reduce(NumberEvent::Found(self.line.clone()));
            }
            Deed::Leave => {
                self.reduce(NumberEvent::Found(self.line.clone()));
                self.reduce(NumberEvent::Left);
            }
            Deed::Undo => self.reduce(NumberEvent::Undo),
            Deed::Redo => self.reduce(NumberEvent::Redo),
        }
    }

    fn type_all(&mut self, text: &str) {
        for character in text.chars() {
            self.does(&Deed::Type(character));
        }
    }

    /// The text of the number, and the extension.
    fn shown(&self) -> (String, String) {
        (self.line.text().to_owned(), self.state.fields.extension.clone())
    }
}

fn digits(text: &str) -> String {
    text.chars().filter_map(caret::digit).collect()
}

/// Edits that can be undone.
fn edits() -> impl Strategy<Value = Deed> {
    let texts = || {
        prop::sample::select(vec![
            "514 555 0123",
            "5",
            "(514) 555-0123 ext. 12",
            "Ada: +1 514\n555 0199, poste 7",
            "+44 20 7946 0018",
            "no number",
        ])
    };
    prop_oneof![
        8 => prop::sample::select("0123456789+ x".chars().collect::<Vec<_>>()).prop_map(Deed::Type),
        4 => Just(Deed::Backspace),
        3 => (0..=100_usize, 0..=100_usize)
            .prop_map(|(a, b)| Deed::Select(a.min(b), a.max(b))),
        2 => (0..=100_usize).prop_map(|place| Deed::Select(place, place)),
        2 => texts().prop_map(Deed::Paste),
        1 => prop::sample::subsequence(vec!["5", "55", "５5", "555 0"], 1..4)
            .prop_map(Deed::Compose),
        1 => any::<bool>().prop_map(|within| Deed::Drag { within }),
        1 => texts().prop_filter("a field has no line breaks", |text| !text.contains('\n'))
            .prop_map(Deed::Fill),
        1 => Just(Deed::Leave),
    ]
}

#[test]
fn a_digit_over_most_of_a_number_with_letters_does_not_fail() {
    let mut page = Page::default();
    for deed in [
        Deed::Paste("(514) 555-0123 ext. 12"),
        Deed::Paste("Ada: +1 514\n555 0199, poste 7"),
        Deed::Select(3, 40),
        Deed::Type('0'),
    ] {
        page.does(&deed);
    }
}

fn deeds() -> impl Strategy<Value = Deed> {
    prop_oneof![4 => edits(), 1 => Just(Deed::Undo), 1 => Just(Deed::Redo)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_page_has_what_the_state_has(deeds in prop::collection::vec(deeds(), 1..40)) {
        let mut page = Page::default();
        for deed in &deeds {
            page.does(deed);
        }
    }

    #[test]
    fn all_can_be_undone_and_done_again(edits in prop::collection::vec(edits(), 1..40)) {
        let mut page = Page::default();
        for edit in &edits {
            page.does(edit);
        }
        let last = page.shown();
        for _ in &edits {
            // Two, because a paste and leaving the field are two steps.
            page.does(&Deed::Undo);
            page.does(&Deed::Undo);
        }
        prop_assert_eq!(page.shown(), (String::new(), String::new()));
        for _ in &edits {
            page.does(&Deed::Redo);
            page.does(&Deed::Redo);
        }
        prop_assert_eq!(page.shown(), last);
    }

    #[test]
    fn no_digit_is_lost_wherever_one_is_typed(
        number in "[0-9]{0,14}",
        typed in prop::collection::vec(("[0-9]", 0..=100_usize), 1..6),
    ) {
        let mut page = Page::default();
        page.type_all(&number);
        for (digit, place) in typed {
            page.does(&Deed::Select(place, place));
            let expected = [
                digits(page.line.before()),
                digit.clone(),
                digits(page.line.after()),
            ];
            page.type_all(&digit);
            prop_assert_eq!(digits(page.line.text()), expected.concat());
            // The caret is after the typed digit.
            let before = digits(page.line.before());
            prop_assert_eq!(before, expected[..2].concat());
        }
    }
}

#[test]
fn a_key_writes_the_field_only_where_its_format_changes() {
    let mut page = Page::default();
    page.type_all("514");
    assert_eq!((page.line.text(), page.written), ("514", 0));
    page.type_all("5");
    assert_eq!((page.line.text(), page.written), ("514-5", 1));
    page.type_all("550");
    assert_eq!((page.line.text(), page.written), ("514-5550", 1));
}

#[test]
fn an_extension_that_moves_is_one_step_with_its_number() {
    let mut page = Page::default();
    page.type_all("5145550123 x12");
    page.does(&Deed::Leave);
    assert_eq!(page.shown(), ("(514) 555-0123".into(), "12".into()));
    page.does(&Deed::Undo);
    assert_eq!(page.shown(), ("(514) 555-0123 x12".into(), String::new()));
    page.does(&Deed::Redo);
    assert_eq!(page.shown(), ("(514) 555-0123".into(), "12".into()));
    // An extension that the user has changed in the meantime stays.
    page.state.reduce(Action::ExtensionEdited("13".into()));
    page.does(&Deed::Undo);
    assert_eq!(page.shown(), ("(514) 555-0123 x12".into(), "13".into()));
}

#[test]
fn another_number_from_the_host_cannot_be_undone() {
    let mut page = Page::default();
    page.type_all("514");
    page.state.reduce(Action::Reset);
    page.line = Line::default();
    page.does(&Deed::Undo);
    assert_eq!(page.shown().0, "");
}

#[test]
fn a_long_text_is_cut_and_the_form_says_so() {
    let text = ["514 222 3344 ", &"😀".repeat(50_000)].concat();
    for is_pasted in [true, false] {
        let mut state = State::default();
        let event = match is_pasted {
            true => NumberEvent::Pasted { line: Line::default(), text: text.clone() },
            false => NumberEvent::Found(Line::new(&*text)),
        };
        let effects = state.reduce(Action::Number(event));
        assert!(state.fields.number.len() <= 2000, "{}", state.fields.number.len());
        assert!(effects.iter().any(|effect| matches!(effect, Effect::WriteNumber(_))));
        let said = state.status.as_ref().map(|notice| notice.say(&state.texts()));
        assert!(said.is_some_and(|said| said.contains("😀…")), "{:?}", state.status);
    }
}
