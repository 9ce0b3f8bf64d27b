//! Draws the steps of a run from its seed.

use fastrand::Rng;

use crate::step::{ANSWERS, FORMS, Fill, HOST, MUTATIONS, PRESSES, REPLACED, Step, WAYS, What};

/// How many saves there are, on the average, before the page is loaded again.
const SAVES_OF_A_PAGE: usize = 60;

/// The most steps with real keys: each takes as long as a hundred others.
const MOST_KEYS: usize = 4;

/// The steps of a run that asks for this many saves. The same seed draws the same steps.
#[must_use]
pub fn draw(seed: u64, saves: usize) -> Vec<Step> {
    let mut draw =
        Draw { random: Rng::with_seed(seed), steps: Vec::new(), numbers: 0, pressed: 0, keys: 0 };
    draw.life();
    while draw.pressed < saves {
        draw.next(saves);
    }
    draw.steps
}

struct Draw {
    random: Rng,
    steps: Vec<Step>,
    /// How many numbers were drawn: each is typed once.
    numbers: usize,
    pressed: usize,
    keys: usize,
}

impl Draw {
    fn one_of(&mut self, names: &[&'static str]) -> &'static str {
        self.random.choice(names).copied().unwrap_or_default()
    }

    fn push(&mut self, form: usize, what: What) {
        self.steps.push(Step { form, what });
    }

    /// The beginning of a page: what is done before the forms are taken over.
    fn life(&mut self) {
        for _ in 0..self.random.usize(0..8) {
            let form = self.random.usize(0..FORMS);
            let what = match self.random.u8(0..10) {
                0..4 => What::Fill(self.fill()),
                4..6 => What::Press(self.one_of(PRESSES)),
                6..9 => What::Mutate(self.one_of(MUTATIONS)),
                _ => What::Host(self.one_of(HOST)),
            };
            self.push(form, what);
        }
        self.push(0, What::TakeOver);
    }

    fn next(&mut self, saves: usize) {
        let form = self.random.usize(0..FORMS);
        match self.random.u16(0..1000) {
            0..600 => {
                let fill = self.fill();
                self.push(form, What::Fill(fill));
                if self.random.u8(0..8) == 0 {
                    // The host or the page comes between the fields and the button.
                    self.disturb(form);
                }
                let press = self.one_of(PRESSES);
                self.push(form, What::Press(press));
                self.pressed += 1;
            }
            600..640 => {
                let press = self.one_of(PRESSES);
                self.push(form, What::Press(press));
            }
            640..680 => {
                let fill = self.fill();
                self.push(form, What::Fill(fill));
            }
            680..960 => self.disturb(form),
            960..980 => {
                let name = self.one_of(REPLACED);
                self.push(form, What::Replace(name));
                let fill = self.fill();
                self.push(form, What::Fill(fill));
                self.push(form, What::Press("requestSubmit"));
                self.pressed += 1;
                self.push(form, What::Host("wait"));
                self.push(form, What::Restore);
            }
            980..986 => self.push(form, What::Trap),
            986..992 if self.keys < MOST_KEYS => {
                self.keys += 1;
                let fill = self.fill();
                self.push(form, What::Keys(fill));
                self.pressed += 1;
            }
            _ if self.random.usize(0..SAVES_OF_A_PAGE) < 8 && self.pressed < saves => {
                let way = self.one_of(&["reload", "back"]);
                self.push(0, What::Leave(way));
                self.life();
            }
            _ => {}
        }
    }

    fn disturb(&mut self, form: usize) {
        let what = match self.random.u8(0..10) {
            0..6 => What::Host(self.one_of(HOST)),
            6..9 => What::Mutate(self.one_of(MUTATIONS)),
            _ => What::Calm,
        };
        self.push(form, what);
    }

    fn fill(&mut self) -> Fill {
        self.numbers += 1;
        let nth = self.numbers;
        let way = self.one_of(WAYS);
        let (text, number) = match self.random.u8(0..10) {
            // Its numbering plan has to be fetched.
            0 => {
                let digits = format!("6{:08}", 12_000_000 + nth);
                (format!("+33 {digits}"), format!("+33{digits}"))
            }
            style => {
                let digits = format!("514{:07}", 2_220_000 + nth);
                let (area, rest) = digits.split_at(3);
                let (exchange, line) = rest.split_at(3);
                let text = match style {
                    1 => format!("({area}) {exchange}-{line}"),
                    2 => format!("{area}-{exchange}-{line}"),
                    3 => format!("{area}.{exchange}.{line}"),
                    4 => format!("1 {area} {exchange} {line}"),
                    5 => digits.clone(),
                    _ => format!("+1{digits}"),
                };
                (text, format!("+1{digits}"))
            }
        };
        let extension = match self.random.u8(0..3) {
            0 => self.random.u16(1..9999).to_string(),
            _ => String::new(),
        };
        let answers = (0..self.random.usize(0..4)).map(|_| self.one_of(ANSWERS)).collect();
        Fill {
            way,
            text,
            number,
            extension,
            mobile: self.random.bool(),
            phone_type: self.one_of(&["home", "work", "mobile"]),
            answers,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(steps: &[Step]) -> usize {
        steps.iter().filter(|step| matches!(step.what, What::Press(_) | What::Keys(_))).count()
    }

    #[test]
    fn a_seed_draws_the_same_steps_and_another_seed_others() {
        assert_eq!(draw(7, 100), draw(7, 100));
        assert_ne!(draw(7, 100), draw(8, 100));
    }

    #[test]
    fn as_many_saves_are_asked_for_as_wanted() {
        for saves in [0, 1, 10, 300] {
            assert!(pressed(&draw(1, saves)) >= saves);
        }
    }

    #[test]
    fn no_number_is_typed_twice() {
        let steps = draw(3, 500);
        let mut numbers: Vec<_> = steps
            .iter()
            .filter_map(|step| match &step.what {
                What::Fill(fill) | What::Keys(fill) => Some(&fill.number),
                _ => None,
            })
            .collect();
        let typed = numbers.len();
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), typed);
    }

    #[test]
    fn every_page_begins_before_its_forms_are_taken_over() {
        let is = |what: fn(&What) -> bool| {
            let steps = draw(5, 1000);
            steps.iter().filter(|step| what(&step.what)).count()
        };
        let loads = 1 + is(|what| matches!(what, What::Leave(_)));
        assert!(loads > 2);
        assert_eq!(is(|what| matches!(what, What::TakeOver)), loads);
    }
}
