//! The open list of countries: the query, the matches and the active option.
//!
//! It follows the editable combobox with a list of the ARIA Authoring Practices: the focus stays
//! in the text field, and Enter chooses the active option.

use crate::form::country::entry::Country;
use crate::form::country::search;
use lead_phone_number::Region;

/// How many options PageUp and PageDown move.
const PAGE: usize = 10;

/// The index of the active option while no option is active: one before the first.
const NONE: usize = usize::MAX;

/// The state of the open list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combobox {
    query: String,
    matches: Vec<usize>,
    active: usize,
}

/// A move among the options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next.
    Next,
    /// To the one before.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
}

/// The effect of a key on the combobox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Open the list.
    Open,
    /// Go to another option.
    Go(Step),
    /// Choose the active option and close.
    Choose,
    /// Choose the active option, close, and let the key move the focus.
    ChooseAndLeave,
    /// Close; the country stays.
    Close,
}

/// The command for a key pressed without Control or Meta; `None` if the text field or the page
/// handles the key.
pub fn command(key: &str, alt: bool, open: bool) -> Option<Command> {
    Some(match (key, open) {
        ("ArrowDown" | "ArrowUp" | " ", false) => Command::Open,
        ("ArrowUp", true) if alt => Command::Choose,
        (_, false) => return None,
        ("ArrowDown", _) if alt => return None,
        ("ArrowDown", _) => Command::Go(Step::Next),
        ("ArrowUp", _) => Command::Go(Step::Previous),
        ("Home", _) => Command::Go(Step::First),
        ("End", _) => Command::Go(Step::Last),
        ("PageDown", _) => Command::Go(Step::PageDown),
        ("PageUp", _) => Command::Go(Step::PageUp),
        ("Enter", _) => Command::Choose,
        ("Tab", _) => Command::ChooseAndLeave,
        ("Escape", _) => Command::Close,
        _ => return None,
    })
}

impl Combobox {
    /// Opens the list at the current country.
    pub fn open(countries: &[Country], current: Region) -> Combobox {
        let mut combobox = Combobox { query: String::new(), matches: Vec::new(), active: 0 };
        combobox.search(countries, current, String::new());
        combobox
    }

    /// Searches for the typed text, [folded](search::fold). The best match becomes active, or the
    /// current country if the text is empty. A current country that is not in the list leaves no
    /// option active, so that leaving the list does not choose another one.
    pub fn search(&mut self, countries: &[Country], current: Region, query: String) {
        self.matches = search::search(countries, &query);
        self.query = query;
        self.active = 0;
        if self.query.is_empty() {
            let place = countries.iter().position(|country| country.region == current);
            self.active = place.unwrap_or(NONE);
        }
    }

    /// Repeats the search in another list, after the language or the order has changed.
    pub fn search_again(&mut self, countries: &[Country], current: Region) {
        let query = std::mem::take(&mut self.query);
        self.search(countries, current, query);
    }

    /// Takes what another search has found, if this one has found nothing.
    pub fn or_else(&mut self, search: impl FnOnce(&str) -> Vec<usize>) {
        if self.matches.is_empty() {
            self.matches = search(&self.query);
        }
    }

    /// Moves to another option, at most to the first or the last.
    pub fn go(&mut self, step: Step) {
        let last = self.matches.len().saturating_sub(1);
        self.active = match step {
            Step::Next => self.active.wrapping_add(1),
            Step::Previous => self.active.saturating_sub(1),
            Step::First => 0,
            Step::Last => last,
            Step::PageDown => self.active.wrapping_add(PAGE),
            Step::PageUp => self.active.saturating_sub(PAGE),
        }
        .min(last);
    }

    /// Makes the option of a country active, by its index in the list of countries.
    pub fn point_at(&mut self, country: usize) {
        let place = self.matches.iter().position(|place| *place == country);
        self.active = place.unwrap_or(self.active);
    }

    /// The indexes of the options in the list of countries, in order.
    pub fn matches(&self) -> &[usize] {
        &self.matches
    }

    /// The index of the active option in the list of countries; `None` if no option is.
    pub fn active(&self) -> Option<usize> {
        self.matches.get(self.active).copied()
    }

    /// Whether a search is in progress.
    pub fn is_searching(&self) -> bool {
        !self.query.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::country::entry::Place;

    fn countries() -> Vec<Country> {
        [("CA", "canada"), ("US", "united states"), ("FR", "france"), ("GF", "french guiana")]
            .into_iter()
            .map(|(letters, name)| Country {
                region: Region::new(letters).unwrap(),
                name: name.into(),
                folded: name.into(),
                calling_code: 1,
                place: Place::Other,
            })
            .collect()
    }

    fn region(letters: &str) -> Region {
        Region::new(letters).unwrap()
    }

    #[test]
    fn it_opens_at_the_country_in_force() {
        let countries = countries();
        let combobox = Combobox::open(&countries, region("FR"));
        assert_eq!((combobox.matches().len(), combobox.active()), (4, Some(2)));
        assert_eq!(Combobox::open(&[], region("DE")).active(), None);
    }

    #[test]
    fn no_option_is_active_if_the_country_in_force_is_not_in_the_list() {
        let countries = countries();
        let open = || Combobox::open(&countries, region("DE"));
        assert_eq!((open().matches().len(), open().active()), (4, None));
        for (step, active) in [
            (Step::Next, 0),
            (Step::Previous, 3),
            (Step::First, 0),
            (Step::Last, 3),
            (Step::PageDown, 3),
            (Step::PageUp, 3),
        ] {
            let mut combobox = open();
            combobox.go(step);
            assert_eq!(combobox.active(), Some(active), "{step:?}");
        }
    }

    #[test]
    fn the_best_that_fits_is_active() {
        let countries = countries();
        let mut combobox = Combobox::open(&countries, region("US"));
        combobox.search(&countries, region("US"), "fr".into());
        assert_eq!((combobox.matches(), combobox.active()), (&[2, 3][..], Some(2)));
        assert!(combobox.is_searching());
        combobox.go(Step::Next);
        assert_eq!(combobox.active(), Some(3));
        combobox.search(&countries, region("US"), "fre".into());
        assert_eq!(combobox.active(), Some(3));
        combobox.search(&countries, region("US"), "frx".into());
        assert_eq!(combobox.active(), None);
        combobox.go(Step::Last);
        assert_eq!(combobox.active(), None);
        combobox.search(&countries, region("US"), String::new());
        assert_eq!((combobox.active(), combobox.is_searching()), (Some(1), false));
    }

    #[test]
    fn the_pointer_makes_the_option_under_it_active() {
        let countries = countries();
        let mut combobox = Combobox::open(&countries, region("US"));
        combobox.search(&countries, region("US"), "fr".into());
        combobox.point_at(3);
        assert_eq!(combobox.active(), Some(3));
        // It is not in the list any more.
        combobox.point_at(0);
        assert_eq!(combobox.active(), Some(3));
    }

    #[test]
    fn steps_end_at_the_ends() {
        let countries = countries();
        let mut combobox = Combobox::open(&countries, region("CA"));
        for (step, active) in [
            (Step::Previous, 0),
            (Step::Next, 1),
            (Step::PageDown, 3),
            (Step::Next, 3),
            (Step::Previous, 2),
            (Step::First, 0),
            (Step::Last, 3),
            (Step::PageUp, 0),
        ] {
            combobox.go(step);
            assert_eq!(combobox.active(), Some(active), "{step:?}");
        }
    }

    #[test]
    fn another_list_keeps_what_is_searched_for() {
        let mut combobox = Combobox::open(&countries(), region("CA"));
        combobox.search(&countries(), region("CA"), "fr".into());
        combobox.search_again(&countries()[2..], region("CA"));
        assert_eq!((combobox.matches(), combobox.active()), (&[0, 1][..], Some(0)));
    }

    #[test]
    fn keys_are_the_authoring_practices() {
        let open = |key| command(key, false, true);
        assert_eq!(open("ArrowDown"), Some(Command::Go(Step::Next)));
        assert_eq!(open("ArrowUp"), Some(Command::Go(Step::Previous)));
        assert_eq!(open("Home"), Some(Command::Go(Step::First)));
        assert_eq!(open("End"), Some(Command::Go(Step::Last)));
        assert_eq!(open("PageUp"), Some(Command::Go(Step::PageUp)));
        assert_eq!(open("PageDown"), Some(Command::Go(Step::PageDown)));
        assert_eq!(open("Enter"), Some(Command::Choose));
        assert_eq!(open("Tab"), Some(Command::ChooseAndLeave));
        assert_eq!(open("Escape"), Some(Command::Close));
        assert_eq!(command("ArrowUp", true, true), Some(Command::Choose));
        for key in ["ArrowDown", "ArrowUp"] {
            assert_eq!(command(key, false, false), Some(Command::Open));
            assert_eq!(command(key, true, false), Some(Command::Open));
        }
        assert_eq!(command(" ", false, false), Some(Command::Open));
        // While the list is closed, these keys belong to the text field, the form and the host.
        for key in ["Enter", "Tab", "Escape", "Home", "End", "PageUp", "PageDown", "f"] {
            assert_eq!(command(key, false, false), None, "{key}");
        }
        for key in ["f", "ArrowLeft", "ArrowRight", "Backspace", "Delete", " "] {
            assert_eq!(open(key), None, "{key}");
        }
    }
}
