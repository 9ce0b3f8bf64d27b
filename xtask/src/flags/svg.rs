//! Reads the shapes of a flag's SVG.
//!
//! It knows the elements and attributes that the package of flags uses, and refuses others, so that a
//! new version cannot lose a part of a flag without a word.

use kurbo::{Affine, BezPath, Cap, Circle, Ellipse, Join, Shape as _, Stroke, StrokeOpts, stroke};
use roxmltree::{Document, Node};

use super::colour::Colour;
use super::error::FlagError;
use super::{HEIGHT, WIDTH};

/// How far the outline of a stroke or an ellipse may be from the exact one, in units of the SVG, which
/// are at least 21 to the width of a flag.
const TOLERANCE: f64 = 0.05;

/// The least width of a stroke that is kept, in units of the file.
const LEAST_STROKE: f64 = 0.7;

/// Attributes without an effect on what can be seen of a small flag.
const IGNORED: [&str; 7] = [
    "class",
    "clip-rule",
    "fill-rule",
    "opacity",
    "stroke-linejoin",
    "stroke-miterlimit",
    "viewBox",
];

/// A part of a flag in one colour, in units of the file.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) fill: Colour,
    pub(super) path: BezPath,
}

/// What an element inherits.
#[derive(Clone, Copy)]
struct Paint {
    fill: Option<Colour>,
    stroke: Option<Colour>,
    width: f64,
}

/// Reads the shapes of an SVG, from back to front.
pub(super) fn read(text: &str) -> Result<Vec<Shape>, FlagError> {
    let document = Document::parse(text).map_err(|error| FlagError::Xml(error.to_string()))?;
    let root = document.root_element();
    let transform = scale(root.attribute("viewBox").unwrap_or_default())?;
    let mut shapes = Vec::new();
    let paint = Paint { fill: Some(Colour::BLACK), stroke: None, width: 1.0 };
    walk(root, paint, transform, &mut shapes)?;
    Ok(shapes)
}

/// From the units of the SVG to those of the file.
fn scale(view_box: &str) -> Result<Affine, FlagError> {
    let numbers: Vec<f64> =
        view_box.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [x, y, width, height] if width > 0.0 && height > 0.0 => {
            let (across, down) = (WIDTH / width, HEIGHT / height);
            Ok(Affine::scale_non_uniform(across, down) * Affine::translate((-x, -y)))
        }
        _ => Err(FlagError::Attribute("viewBox".to_owned(), view_box.to_owned())),
    }
}

fn walk(
    node: Node<'_, '_>,
    inherited: Paint,
    transform: Affine,
    shapes: &mut Vec<Shape>,
) -> Result<(), FlagError> {
    let name = node.tag_name().name();
    let paint = paint(node, inherited)?;
    let path = match name {
        "svg" | "g" => {
            for child in node.children().filter(Node::is_element) {
                walk(child, paint, transform, shapes)?;
            }
            return Ok(());
        }
        "path" => {
            let text = node.attribute("d").unwrap_or_default();
            let bad = |_| FlagError::Attribute("d".to_owned(), text.to_owned());
            BezPath::from_svg(text).map_err(bad)?
        }
        "circle" => {
            let centre = (number(node, "cx")?, number(node, "cy")?);
            Circle::new(centre, number(node, "r")?).to_path(TOLERANCE)
        }
        "ellipse" => {
            let centre = (number(node, "cx")?, number(node, "cy")?);
            let radii = (number(node, "rx")?, number(node, "ry")?);
            Ellipse::new(centre, radii, 0.0).to_path(TOLERANCE)
        }
        _ => return Err(FlagError::Element(name.to_owned())),
    };
    if let Some(fill) = paint.fill {
        shapes.push(Shape { fill, path: transform * &path });
    }
    let [across, ..] = transform.as_coeffs();
    if let Some(fill) = paint.stroke
        && paint.width * across >= LEAST_STROKE
    {
        let style = Stroke::new(paint.width).with_join(Join::Miter).with_caps(Cap::Butt);
        let outline = stroke(&path, &style, &StrokeOpts::default(), TOLERANCE);
        shapes.push(Shape { fill, path: transform * outline });
    }
    Ok(())
}

/// What an element is painted with.
fn paint(node: Node<'_, '_>, mut paint: Paint) -> Result<Paint, FlagError> {
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        let bad = || FlagError::Attribute(name.to_owned(), value.to_owned());
        match name {
            "fill" => paint.fill = Colour::read(value).ok_or_else(bad)?,
            "stroke" => paint.stroke = Colour::read(value).ok_or_else(bad)?,
            "stroke-width" => paint.width = value.parse().map_err(|_| bad())?,
            "d" | "cx" | "cy" | "r" | "rx" | "ry" => {}
            _ if IGNORED.contains(&name) => {}
            _ => return Err(bad()),
        }
    }
    Ok(paint)
}

/// A number, which is 0 if it is missing.
fn number(node: Node<'_, '_>, name: &str) -> Result<f64, FlagError> {
    let text = node.attribute(name).unwrap_or("0");
    text.parse().map_err(|_| FlagError::Attribute(name.to_owned(), text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(content: &str) -> String {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 10 60 40\">{content}</svg>")
    }

    #[test]
    fn a_shape_has_the_nearest_paint_and_the_units_of_the_file() {
        let content = "<g fill=\"#fff\"><path d=\"M0 10h60v40H0z\"/>\
            <circle fill=\"red\" cx=\"30\" cy=\"30\" r=\"10\"/></g><path d=\"M0 10h6v4z\"/>";
        let shapes = read(&svg(content)).unwrap();
        let fills: Vec<String> = shapes.iter().map(|shape| shape.fill.to_string()).collect();
        assert_eq!(fills, ["fff", "f00", "000"]);
        let (width, height) = (WIDTH, HEIGHT);
        let whole = shapes[0].path.bounding_box();
        assert_eq!((whole.x0, whole.y0, whole.x1, whole.y1), (0.0, 0.0, width, height));
        let circle = shapes[1].path.bounding_box();
        assert!((circle.width() - width / 3.0).abs() < 0.5, "{circle:?}");
        assert!((circle.center().y - height / 2.0).abs() < 0.5, "{circle:?}");
    }

    #[test]
    fn a_stroke_becomes_a_shape_and_a_thin_one_is_dropped() {
        let line = |width| {
            svg(&format!(
                "<path fill=\"none\" stroke=\"#00f\" stroke-width=\"{width}\" d=\"M0 30h60\"/>"
            ))
        };
        let shapes = read(&line(20)).unwrap();
        let area = WIDTH * HEIGHT;
        assert_eq!(shapes.len(), 1);
        assert!((shapes[0].path.area().abs() - area / 2.0).abs() < 1.0);
        assert!(read(&line(0)).unwrap().is_empty());
    }

    #[test]
    fn what_is_new_is_refused() {
        let error = |content: &str| read(&svg(content)).unwrap_err();
        assert_eq!(error("<image/>"), FlagError::Element("image".into()));
        let attribute = |name: &str, value: &str| FlagError::Attribute(name.into(), value.into());
        assert_eq!(error("<path transform=\"\"/>"), attribute("transform", ""));
        assert_eq!(error("<g fill=\"url(#a)\"/>"), attribute("fill", "url(#a)"));
        assert_eq!(error("<path d=\"M0\"/>"), attribute("d", "M0"));
        assert_eq!(error("<circle r=\"a\"/>"), attribute("r", "a"));
        assert!(matches!(read("<svg>").unwrap_err(), FlagError::Xml(_)));
        assert_eq!(read("<svg/>").unwrap_err(), attribute("viewBox", ""));
    }
}
