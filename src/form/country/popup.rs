//! Places the list of countries on the page.
//!
//! The list is a popover in the top layer, so nothing around the form (a scrolled panel, a
//! dialog) can clip or cover it. Its position is set through CSSOM, which every Content Security
//! Policy allows.
//!
//! On a small screen that is touched, the whole field is a popover over the window, a sheet, and the
//! list is in it, below its control and above the keyboard on the screen.

use crate::api::integer::write_integer;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};

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

    fn of(element: &HtmlElement, zoom: f64) -> Area {
        let rect = element.get_bounding_client_rect();
        Area::new(rect.top(), rect.left(), rect.width(), rect.height(), zoom)
    }
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

/// Places the list next to its control.
pub(in crate::form) fn place(control: &HtmlElement, list: &HtmlElement) {
    let zoom = zoom_of(list);
    let Some(window) = visible(control, zoom) else { return };
    let style = list.style();
    let set = |name: &str, pixels: i32| {
        let sign = if pixels < 0 { "-" } else { "" };
        let value = [sign, &write_integer(pixels.unsigned_abs()), "px"].concat();
        // Fails only if a style is read-only; an element's inline style is not.
        let _ = style.set_property(name, &value);
    };
    if list.matches("[popover] > *").unwrap_or_default() {
        return set("max-height", (window.bottom - Area::of(list, zoom).top).max(0));
    }
    let from_the_right = control.matches(":dir(rtl)").unwrap_or_default();
    let borders = list.offset_height() - list.client_height();
    let content = list.scroll_height() + borders;
    let place = fit(Area::of(control, zoom), window, content, from_the_right);
    set("width", place.width);
    set("max-height", place.max_height);
    let top = if place.above { place.edge - list.offset_height() } else { place.edge };
    set("top", top);
    set("left", place.left);
}

/// How many times larger the `zoom` of what is around the list makes its pixels, where the browser
/// measures in those of the page. A width in whole pixels tells it to about a hundredth.
fn zoom_of(list: &HtmlElement) -> f64 {
    let zoom = list.get_bounding_client_rect().width() / f64::from(list.offset_width());
    if (zoom - 1.0).abs() > 0.01 { zoom } else { 1.0 }
}

/// The visible part of the page, which an on-screen keyboard makes smaller.
fn visible(control: &HtmlElement, zoom: f64) -> Option<Area> {
    // The form may be in another window than this program.
    let window = control.owner_document()?.default_view()?;
    if let Some(view) = window.visual_viewport() {
        let (top, left) = (view.offset_top(), view.offset_left());
        return Some(Area::new(top, left, view.width(), view.height(), zoom));
    }
    let page = window.document()?.document_element()?;
    let (width, height) = (page.client_width(), page.client_height());
    Some(Area::new(0.0, 0.0, width.into(), height.into(), zoom))
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
