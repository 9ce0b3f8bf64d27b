//! An outline on the grid of the file: points of whole units, straight lines and cubic curves.
//!
//! Details that cannot be seen are dropped: corners that the grid makes straight, curves that are as
//! good as lines, and parts that are smaller than a point of a screen.

use std::fmt::Write as _;

use kurbo::{BezPath, CubicBez, PathEl, Point, Shape as _};

use super::{HEIGHT, WIDTH};

/// How far a curve may be from the line that replaces it, in units of the file.
const STRAIGHT: f64 = 0.4;

/// The least area of a part that is kept: a quarter of a point of the screen, if the flag is 40 points
/// wide.
const LEAST_AREA: f64 = WIDTH * HEIGHT / 4000.0;

/// A point of the grid.
type Spot = (i32, i32);

/// A line to a point, or a curve to the last of three.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Line(Spot),
    Curve(Spot, Spot, Spot),
}

impl Segment {
    fn end(&self) -> Spot {
        match self {
            Self::Line(end) | Self::Curve(_, _, end) => *end,
        }
    }
}

/// One closed line. The way from its end to its start is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Ring {
    start: Spot,
    segments: Vec<Segment>,
}

/// The outline of a shape.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    rings: Vec<Ring>,
}

impl Outline {
    /// The outline of a path, without what cannot be seen.
    pub(super) fn of(path: &BezPath) -> Self {
        let mut rings = Vec::new();
        for mut part in parts(path) {
            // A filled part is closed in any case, and without that its area would be another.
            part.close_path();
            if part.area().abs() >= LEAST_AREA {
                rings.extend(ring(&part));
            }
        }
        Self { rings }
    }

    /// Whether nothing of it can be seen.
    pub(super) fn is_empty(&self) -> bool {
        self.rings.is_empty()
    }

    /// Takes in another outline, unless the two may overlap: where they do, one could cut a hole into the
    /// other.
    pub(super) fn join(&mut self, other: &Self) -> bool {
        let ((left, top), (right, bottom)) = self.area();
        let ((other_left, other_top), (other_right, other_bottom)) = other.area();
        let is_apart = right <= other_left
            || other_right <= left
            || bottom <= other_top
            || other_bottom <= top;
        if is_apart {
            self.rings.extend_from_slice(&other.rings);
        }
        is_apart
    }

    /// The least and the greatest coordinates.
    fn area(&self) -> (Spot, Spot) {
        let spots = self.rings.iter().flat_map(|ring| {
            let of_segments = ring.segments.iter().flat_map(|segment| match segment {
                Segment::Line(end) => vec![*end],
                Segment::Curve(first, second, end) => vec![*first, *second, *end],
            });
            of_segments.chain([ring.start])
        });
        let none = ((i32::MAX, i32::MAX), (i32::MIN, i32::MIN));
        spots.fold(none, |((left, top), (right, bottom)), (x, y)| {
            ((left.min(x), top.min(y)), (right.max(x), bottom.max(y)))
        })
    }

    /// The path in the words of SVG. A filled path needs no `z`.
    pub(super) fn write(&self) -> String {
        let mut text = String::new();
        for Ring { start, segments } in &self.rings {
            // Writing to a string cannot fail.
            let _ = write!(text, "M{}", numbers(&[*start]));
            let (mut from, mut last) = (*start, 'M');
            for segment in segments {
                let relative = |(x, y): &Spot| (x - from.0, y - from.1);
                let (command, values) = match segment {
                    Segment::Line(end) => match relative(end) {
                        (x, 0) => ('h', x.to_string()),
                        (0, y) => ('v', y.to_string()),
                        to => ('l', numbers(&[to])),
                    },
                    Segment::Curve(first, second, end) => {
                        ('c', numbers(&[relative(first), relative(second), relative(end)]))
                    }
                };
                if command != last {
                    text.push(command);
                } else if !values.starts_with('-') {
                    text.push(' ');
                }
                text.push_str(&values);
                (from, last) = (segment.end(), command);
            }
        }
        text
    }
}

/// The numbers of points. A minus sign needs no space before it.
fn numbers(spots: &[Spot]) -> String {
    let mut text = String::new();
    for number in spots.iter().flat_map(|(x, y)| [x, y]) {
        if !text.is_empty() && *number >= 0 {
            text.push(' ');
        }
        text.push_str(&number.to_string());
    }
    text
}

/// The parts of a path that each begin with a move.
fn parts(path: &BezPath) -> Vec<BezPath> {
    let mut parts: Vec<BezPath> = Vec::new();
    for element in path.elements() {
        if let PathEl::MoveTo(_) = element {
            parts.push(BezPath::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(*element);
        }
    }
    parts
}

/// A part on the grid; `None` if nothing is left of it.
fn ring(part: &BezPath) -> Option<Ring> {
    let mut segments = Vec::new();
    let (mut start, mut from, mut at) = (None, Point::ZERO, (0, 0));
    for element in part.elements() {
        let curve = match *element {
            PathEl::MoveTo(to) => {
                (from, at) = (to, spot(to));
                start = Some(at);
                continue;
            }
            PathEl::ClosePath => continue,
            PathEl::LineTo(to) => CubicBez::new(from, from, to, to),
            PathEl::QuadTo(by, to) => kurbo::QuadBez::new(from, by, to).raise(),
            PathEl::CurveTo(first, second, to) => CubicBez::new(from, first, second, to),
        };
        from = curve.p3;
        let end = spot(curve.p3);
        if is_straight(&curve) {
            if end != at {
                push_line(&mut segments, start?, end);
            }
        } else {
            segments.push(Segment::Curve(spot(curve.p1), spot(curve.p2), end));
        }
        at = end;
    }
    let start = start?;
    // The way back to the start is drawn anyway.
    if segments.last() == Some(&Segment::Line(start)) {
        segments.pop();
    }
    let is_area = segments.len() > 1 || matches!(segments[..], [Segment::Curve(..)]);
    is_area.then_some(Ring { start, segments })
}

/// Adds a line, or makes the last one longer if the new one goes on in its direction.
fn push_line(segments: &mut Vec<Segment>, start: Spot, end: Spot) {
    if let [.., Segment::Line(middle)] = segments[..] {
        let before = match &segments[..] {
            [.., before, _] => before.end(),
            _ => start,
        };
        let (first, second) = (minus(middle, before), minus(end, middle));
        let is_on =
            first.0 * second.1 == first.1 * second.0 && first.0 * second.0 + first.1 * second.1 > 0;
        if is_on {
            segments.pop();
        }
    }
    segments.push(Segment::Line(end));
}

fn minus(to: Spot, from: Spot) -> Spot {
    (to.0 - from.0, to.1 - from.1)
}

/// Whether a curve is as good as a line.
fn is_straight(curve: &CubicBez) -> bool {
    let chord = curve.p3 - curve.p0;
    let length = chord.hypot();
    [curve.p1, curve.p2].into_iter().all(|point| {
        let to = point - curve.p0;
        // A point of control that is off by a distance bends the curve by three quarters of it at most.
        let off = if length < STRAIGHT { to.hypot() } else { (chord.cross(to) / length).abs() };
        let along = if length < STRAIGHT { 0.0 } else { chord.dot(to) / length };
        off * 0.75 <= STRAIGHT && along >= -STRAIGHT && along <= length + STRAIGHT
    })
}

/// The nearest point of the grid.
fn spot(point: Point) -> Spot {
    // Flags are a few hundred units wide.
    (point.x.round() as i32, point.y.round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(path: &str) -> String {
        Outline::of(&BezPath::from_svg(path).unwrap()).write()
    }

    #[test]
    fn points_are_on_the_grid_and_numbers_take_no_more_room_than_they_need() {
        assert_eq!(written("M0 0h40.4v19.6H0z"), "M0 0h40v20h-40");
        assert_eq!(written("M10 10l20 -10 20 20 -30 4z"), "M10 10l20-10 20 20-30 4");
        assert_eq!(
            written("M10 10c0 20 20 20 20 0s0 -20 -20 0"),
            "M10 10c0 20 20 20 20 0 0-20 0-20-20 0"
        );
        assert_eq!(written("M0 0q20 40 40 0z"), "M0 0c13 27 27 27 40 0");
        assert_eq!(written("M40 0H0v20"), "M40 0h-40v20");
    }

    #[test]
    fn what_cannot_be_seen_is_dropped() {
        // A corner on the way, a curve along a line, and a line of no length.
        assert_eq!(written("M0 0h20h20c0 5 0.2 8 0 20h0.1H0z"), "M0 0h40v20h-40");
        // A part that is too small, beside one that is not.
        assert_eq!(written("M0 0h1v1H0zM9 9h20v20H9z"), "M9 9h20v20h-20");
        assert_eq!(written("M0 0h90v0.04H0z"), "");
        assert!(Outline::of(&BezPath::new()).is_empty());
    }

    #[test]
    fn outlines_join_only_where_they_do_not_overlap() {
        let outline = |path| Outline::of(&BezPath::from_svg(path).unwrap());
        let mut left = outline("M0 0h40v20H0z");
        assert!(!left.join(&outline("M30 10v20h20v-20z")));
        assert!(left.join(&outline("M40 0h40v20H40z")));
        assert_eq!(left.write(), "M0 0h40v20h-40M40 0h40v20h-40");
    }
}
