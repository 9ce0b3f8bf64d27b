//! Every text that the form shows, by name.

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident, $key:literal, $english:literal;)*) => {
        /// A text of the form.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Text { $($(#[$doc])* $name,)* }

        impl Text {
            /// Every text.
            pub const ALL: &[Text] = &[$(Text::$name,)*];

            /// Its name in the `messages` property.
            pub fn key(self) -> &'static str {
                match self { $(Text::$name => $key,)* }
            }

            /// The text in English, with `{name}` where a value belongs.
            pub fn english(self) -> &'static str {
                match self { $(Text::$name => $english,)* }
            }
        }
    };
}

texts! {
    /// The label of the list of countries.
    Country, "country", "Country";
    /// The label of the number's field.
    Number, "number", "Phone number";
    /// The label of the extension's field.
    Extension, "extension", "Extension";
    /// The label of the check box for a mobile phone.
    Mobile, "mobile", "Mobile phone";
    /// The button.
    Submit, "submit", "Save phone";
    /// The button while a request is on its way.
    Saving, "saving", "Saving…";
    /// A create that succeeded; `{number}` as the API returned it.
    Created, "created", "{number} was added to the lead.";
    /// An update that succeeded; `{number}` as the API returned it.
    Updated, "updated", "{number} was saved.";
    /// The API's `valid: false`.
    SavedNotValid, "saved-not-valid", "Saved, but {number} does not look like a number in use.";
    /// A submit without a number.
    NumberMissing, "number-missing", "Enter a phone number.";
    /// A number that is none.
    NotANumber, "not-a-number", "This is not a phone number.";
    /// An international number with a calling code that there is not.
    CallingCodeUnknown, "calling-code-unknown", "There is no such country calling code.";
    /// A number with too few digits.
    TooShort, "too-short", "This number is too short.";
    /// A number with too many digits.
    TooLong, "too-long", "This number is too long.";
    /// A number of a length between those that its plan has.
    LengthUnknown, "length-unknown", "Numbers of this country do not have this many digits.";
    /// A number that can be dialled within its area only.
    AreaCodeMissing, "area-code-missing", "The area code is missing.";
    /// A number in national form whose plan could not be loaded.
    PlanMissing, "plan-missing", "The numbers of this country could not be loaded. Enter the number with + and its country calling code, digits only.";
    /// The button beside a number that was refused.
    SaveAnyway, "save-anyway", "Save anyway";
    /// Beside a number that can be sent; `{number}` in international form.
    WillBeSaved, "will-be-saved", "Will be saved as {number}";
    /// Beside a number that is possible but not valid; `{number}` in international form.
    NotInUse, "not-in-use", "{number} does not look like a number in use. It can be saved.";
    /// Beside a number whose plan is being loaded.
    PlanLoading, "plan-loading", "Loading the numbers of this country…";
    /// An extension with something other than digits.
    ExtensionNotNumber, "extension-not-number", "An extension has digits only.";
    /// An extension that an integer cannot hold as it is.
    ExtensionLeadingZero, "extension-leading-zero", "The CRM cannot hold an extension that begins with 0.";
    /// An extension over 2⁵³−1.
    ExtensionTooLarge, "extension-too-large", "This extension is too long for the CRM.";
    /// 401.
    Unauthenticated, "unauthenticated", "You are not signed in to the CRM, or no longer. Sign in again, then save.";
    /// 403, a duplicate.
    Duplicate, "duplicate", "This number is already on this lead.";
    /// 403, anything else.
    Forbidden, "forbidden", "The CRM does not let you save this phone.";
    /// 404.
    NotFound, "not-found", "The CRM does not find this phone. It may have been deleted.";
    /// 405.
    MethodNotAllowed, "method-not-allowed", "The CRM does not accept this kind of request.";
    /// 422, about the number.
    NumberRefused, "number-refused", "The CRM does not accept this number.";
    /// 422, about the extension.
    ExtensionRefused, "extension-refused", "The CRM does not accept this extension.";
    /// 422, about something that has no field here; `{field}` is the API's name of it.
    FieldRefused, "field-refused", "The CRM does not accept the value of {field}.";
    /// 422 without a field.
    Invalid, "invalid", "The CRM does not accept this phone.";
    /// 429.
    RateLimited, "rate-limited", "Too many requests at once. Wait a moment, then save again.";
    /// 5xx, update.
    Server, "server", "The CRM has a problem of its own. Your entry is kept; save again.";
    /// No answer, update.
    Network, "network", "The CRM could not be reached. Your entry is kept; save again.";
    /// Too late an answer, update.
    Timeout, "timeout", "The CRM did not answer in time. Your entry is kept; save again.";
    /// A redirect or an unknown status.
    Unexpected, "unexpected", "The CRM answered in a way that this form does not know. Your entry is kept.";
    /// 2xx without a phone, update.
    MalformedResponse, "malformed-response", "The CRM's answer could not be read. Your entry is kept.";
    /// Follows the sentence of a create that may have been saved.
    PerhapsSaved, "perhaps-saved", "The phone may have been saved all the same.";
    /// Follows "already on this lead" after a create that may have been saved.
    SavedEarlier, "saved-earlier", "An earlier attempt may have saved it.";
    /// A request that takes more than two seconds.
    StillSaving, "still-saving", "Still saving. This takes longer than usual.";
    /// A save that did not succeed and is sent again by itself.
    TryingAgain, "trying-again", "Saving has not succeeded yet. Trying again…";
    /// A countdown to that; `{time}` in minutes and seconds.
    TryingAgainIn, "trying-again-in", "Trying again in {time}.";
    /// A countdown after which the user can save again; `{time}` in minutes and seconds.
    SaveAgainIn, "save-again-in", "You can save again in {time}.";
    /// The form itself failed, whatever it was doing.
    Internal, "internal", "This form has failed. What you typed is still here to copy. Reload the page before you go on; what you were saving may have been saved.";
    /// The browser has no network.
    Offline, "offline", "You are offline. Your entry is kept until you can save it.";
    /// The browser has a network again, and something is not saved.
    BackOnline, "back-online", "You are online again. Your entry is not saved yet; save again.";
    /// A setting that cannot be read; `{setting}` and `{value}`.
    SettingUnreadable, "setting-unreadable", "This form is not set up correctly: {setting} cannot be “{value}”.";
    /// A `phone` that is not one.
    PhoneUnreadable, "phone-unreadable", "This form is not set up correctly: phone has to be an object with an integer id.";
    /// A `token` attribute, removed at once.
    TokenAttribute, "token-attribute", "This form is not set up correctly: token has to be a property, since everyone can read an attribute. The attribute was removed.";
    /// A create without `lead-id`.
    LeadMissing, "lead-missing", "This form is not set up correctly: it has no lead.";
    /// A submit without `token`.
    TokenMissing, "token-missing", "This form is not set up correctly: it has no token.";
    /// A token that a header cannot carry, or a token function that failed.
    TokenUnusable, "token-unusable", "This form is not set up correctly: its token cannot be used.";
    /// In place of the list of countries.
    CountryNotFound, "country-not-found", "No country found";
    /// Said while a country is searched for; `{count}` of them fit. Works for 1 too.
    CountriesFound, "countries-found", "Countries found: {count}";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_text_has_a_name_of_its_own() {
        let keys: HashSet<_> = Text::ALL.iter().map(|text| text.key()).collect();
        assert_eq!(keys.len(), Text::ALL.len());
    }
}
