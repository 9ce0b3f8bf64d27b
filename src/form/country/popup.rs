//! Places the list of countries on the page.
//!
//! The list is a popover in the top layer, so nothing around the form (a scrolled panel, a
//! dialog) can clip or cover it. Its position is set through CSSOM, which every Content Security
//! Policy allows.
//!
//! On a small screen that is touched, the whole field is a popover over the window, a sheet, and the
//! list is in it, below its control and above the keyboard on the screen.

use crate::api::integer::write_integer;
use wasm_bindgen::JsCast as _;
use web_sys::{
    HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot, VisualViewport,
};

/// The gap between the control and the list, in pixels.
const GAP: i32 = 4;
/// The margin between the list and the edge of the window, in pixels.
const MARGIN: i32 = 8;
/// The greatest height of the list, in heights of the control, which grow with the text size.
const HEIGHT: i32 = 9;
/// The least width of the list, in heights of the control, if the window has the room.
const WIDTH: i32 = 7;

/// The screens on which the list is a sheet.
const SHEET: &str = "(pointer: coarse) and ((max-width: 40em) or (max-height: 30em))";

/// Whether a list that opens now is a sheet.
pub(in crate::form) fn is_sheet(root: &ShadowRoot) -> bool {
    // The form may be in another window than this program.
    let window = root.host().owner_document().and_then(|document| document.default_view());
    let query = window.and_then(|window| window.match_media(SHEET).ok()?);
    query.is_some_and(|query| query.matches())
}

/// A box on the page, in whole pixels of the list, which has the zoom of its control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    top: i32,
    bottom: i32,
    left: i32,
    right: i32,
}

impl Area {
    fn new(top: f64, left: f64, width: f64, height: f64, zoom: f64) -> Area {
        let pixels = |length: f64| (length / zoom) as i32;
        let (bottom, right) = (pixels(top + height), pixels(left + width));
        Area { top: pixels(top), bottom, left: pixels(left), right }
    }
}

/// How the browser measures what the page's `zoom` makes larger. Most measure in pixels of the window.
/// WebKit divides the place on the page by the zoom, and then subtracts how far the page is scrolled,
/// so that the corner of the window is measured elsewhere than at 0.
struct Measure {
    /// Where the corner of the window is measured.
    top: f64,
    left: f64,
    /// How large a pixel of the list is measured.
    scale: f64,
    /// How large a pixel of the list is in the window.
    zoom: f64,
}

impl Measure {
    /// Measures by the popover, which is moved into the corner of the window. A sheet is there. Nothing
    /// can be measured by a popover that the page hides.
    fn by(popover: &HtmlElement, is_sheet: bool, view: &VisualViewport) -> Option<Measure> {
        if !is_sheet {
            set(popover, "top", 0);
            set(popover, "left", 0);
        }
        let corner = popover.get_bounding_client_rect();
        let scale = around(corner.width() / f64::from(popover.offset_width()), 1.0, 0.01);
        let width = if is_sheet {
            corner.width()
        } else {
            // Another width would lay the rows out anew.
            let _ = popover.style().set_property("left", "100%");
            popover.get_bounding_client_rect().left() - corner.left()
        };
        // A scroll bar may be in one width and not in the other.
        let zoom = around(view.width() * view.scale() * scale / width, scale, 0.05);
        let measure = Measure { top: corner.top(), left: corner.left(), scale, zoom };
        zoom.is_finite().then_some(measure)
    }

    fn area(&self, element: &HtmlElement) -> Area {
        let rect = element.get_bounding_client_rect();
        let (top, left) = (rect.top() - self.top, rect.left() - self.left);
        Area::new(top, left, rect.width(), rect.height(), self.scale)
    }
}

/// A value that is read from widths in whole pixels: what it probably is, if it is that nearly.
fn around(value: f64, probably: f64, nearly: f64) -> f64 {
    if (value - probably).abs() > nearly { value } else { probably }
}

/// The position and size of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    /// The upper edge of the list, or its lower edge if it opens above.
    edge: i32,
    above: bool,
    left: i32,
    width: i32,
    max_height: i32,
}

/// Scrolls as little as necessary to show the control. WebKit does not do that when the focus
/// moves to a control that a panel has clipped.
pub(in crate::form) fn reveal(control: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    control.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Computes the position: below the control, or above it if it does not fit below and there is
/// more room above.
fn fit(control: Area, window: Area, content: i32, from_the_right: bool) -> Place {
    let height = control.bottom - control.top;
    let below = window.bottom - control.bottom - GAP - MARGIN;
    let above = control.top - window.top - GAP - MARGIN;
    let wanted = content.min(height * HEIGHT);
    let opens_above = below < wanted && above > below;
    let room = if opens_above { above } else { below };
    let most = window.right - window.left - 2 * MARGIN;
    let width = (control.right - control.left).max(height * WIDTH).min(most);
    let left = if from_the_right { control.right - width } else { control.left };
    Place {
        edge: if opens_above { control.top - GAP } else { control.bottom + GAP },
        above: opens_above,
        left: left.min(window.right - MARGIN - width).max(window.left + MARGIN),
        width,
        max_height: room.min(height * HEIGHT).max(height),
    }
}

/// Places the list next to its control, and returns where in the window the middle of the control is,
/// or nothing if the page hides them.
pub(in crate::form) fn place(control: &HtmlElement, list: &HtmlElement) -> Option<(f32, f32)> {
    // The form may be in another window than this program.
    let view = control.owner_document()?.default_view()?.visual_viewport()?;
    let sheet = control.parent_element().filter(|field| field.has_attribute("popover"));
    let popover = sheet.as_ref().map_or(list, |sheet| sheet.unchecked_ref());
    let measure = Measure::by(popover, sheet.is_some(), &view)?;
    let area = measure.area(control);
    // The visible part of the page, which an on-screen keyboard makes smaller.
    let (top, left) = (view.offset_top(), view.offset_left());
    let window = Area::new(top, left, view.width(), view.height(), measure.zoom);
    if sheet.is_some() {
        set(list, "max-height", (window.bottom - measure.area(list).top).max(0));
    } else {
        let from_the_right = control.matches(":dir(rtl)").unwrap_or_default();
        let borders = list.offset_height() - list.client_height();
        let place = fit(area, window, list.scroll_height() + borders, from_the_right);
        set(list, "width", place.width);
        set(list, "max-height", place.max_height);
        set(list, "top", if place.above { place.edge - list.offset_height() } else { place.edge });
        set(list, "left", place.left);
    }
    let middle = |start: i32, end: i32| (f64::from(start + end) / 2.0 * measure.zoom) as f32;
    Some((middle(area.left, area.right), middle(area.top, area.bottom)))
}

fn set(element: &HtmlElement, name: &str, pixels: i32) {
    let sign = if pixels < 0 { "-" } else { "" };
    let value = [sign, &write_integer(pixels.unsigned_abs()), "px"].concat();
    // Fails only if a style is read-only; an element's inline style is not.
    let _ = element.style().set_property(name, &value);
}

/// Scrolls only the list, so that an option is visible; `centre` scrolls the option to the
/// middle. An option that is higher than the list is seen from its top.
pub(in crate::form) fn scroll_to(list: &HtmlElement, option: &HtmlElement, centre: bool) {
    let (top, height) = (option.offset_top(), option.offset_height());
    let (start, room) = (list.scroll_top(), list.client_height());
    if centre {
        list.set_scroll_top(top - (room - height).max(0) / 2);
    } else if top < start || height > room {
        list.set_scroll_top(top);
    } else if top + height > start + room {
        list.set_scroll_top(top + height - room);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Area = Area { top: 0, bottom: 800, left: 0, right: 1200 };

    fn control(top: i32, left: i32, width: i32) -> Area {
        Area { top, bottom: top + 40, left, right: left + width }
    }

    #[test]
    fn it_opens_below_where_there_is_room() {
        let place = fit(control(100, 50, 300), WINDOW, 9000, false);
        assert_eq!(place, Place { edge: 144, above: false, left: 50, width: 300, max_height: 360 });
    }

    #[test]
    fn it_opens_above_where_only_there_is_room() {
        let place = fit(control(600, 50, 300), WINDOW, 9000, false);
        assert_eq!((place.edge, place.above, place.max_height), (596, true, 360));
        // A short list fits below.
        assert!(!fit(control(600, 50, 300), WINDOW, 100, false).above);
    }

    #[test]
    fn it_takes_the_larger_side_where_neither_has_room() {
        let low = Area { bottom: 256, ..WINDOW };
        let place = fit(control(120, 50, 300), low, 9000, false);
        assert_eq!((place.above, place.max_height), (true, 108));
        let place = fit(control(60, 50, 300), low, 9000, false);
        assert_eq!((place.above, place.max_height), (false, 144));
        // At least one option is always visible.
        let place = fit(control(0, 50, 300), Area { bottom: 45, ..WINDOW }, 9000, false);
        assert_eq!(place.max_height, 40);
    }

    #[test]
    fn it_stays_in_a_narrow_window() {
        let narrow = Area { right: 240, ..WINDOW };
        let place = fit(control(100, 12, 216), narrow, 9000, false);
        assert_eq!((place.left, place.width), (8, 224));
        let place = fit(control(100, 150, 80), narrow, 9000, false);
        assert_eq!((place.left, place.width), (8, 224));
        // In a scrolled or zoomed window, the visible part does not begin at 0.
        let zoomed = Area { left: 500, right: 740, ..WINDOW };
        assert_eq!(fit(control(100, 512, 216), zoomed, 9000, false).left, 508);
    }

    #[test]
    fn from_right_to_left_its_right_edge_is_the_controls() {
        let place = fit(control(100, 800, 200), WINDOW, 9000, true);
        assert_eq!((place.left, place.width), (720, 280));
    }
}
