//! The ids by which the controller finds elements in the form's shadow root.

use crate::form::state::fields::Field;
use lead_phone_number::Region;

/// The id of the button that saves a refused number anyway.
pub(in crate::form) const SAVE_ANYWAY: &str = "save-anyway";

/// The id of the button for any other offer beside the number.
pub(in crate::form) const OFFER: &str = "offer";

/// The id of the button that saves.
pub(in crate::form) const SUBMIT: &str = "submit";

/// The id of the button that turns the form to the phone just created, or back.
pub(in crate::form) const EDIT: &str = "edit";

/// The id of the button that closes the sheet with the list of countries.
pub(in crate::form) const CLOSE: &str = "close";

/// The id of the status, which tells how a save went.
pub(in crate::form) const STATUS: &str = "status";

/// The id of the country's control.
pub(in crate::form) const COUNTRY: &str = "country";

/// The id of the list of types.
pub(in crate::form) const TYPE: &str = "type";

/// The id of the list of countries.
pub(in crate::form) const COUNTRIES: &str = "countries";

/// The prefix of the ids of the countries' options.
const OPTION: &str = "country-";

/// The id of a field's control.
pub(in crate::form) fn of(field: Field) -> &'static str {
    match field {
        Field::Number => "number",
        Field::Extension => "extension",
        Field::Mobile => "mobile",
    }
}

/// The id of a country's option.
pub(in crate::form) fn option(region: Region) -> String {
    [OPTION, region.as_str()].concat()
}

/// The country whose option has this id.
pub(in crate::form) fn region_of_option(id: &str) -> Option<Region> {
    Region::new(id.strip_prefix(OPTION)?)
}
