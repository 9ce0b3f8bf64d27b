//! Every text that the form shows, by name and in English. `locales/` has the other languages.

mod lookup;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident $key:literal
        en $english:literal;)*) => {
        /// A text of the form.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum MessageId { $($(#[$doc])* $name,)* }

        impl MessageId {
            /// Every text.
            pub const ALL: &[MessageId] = &[$(MessageId::$name,)*];

            // All lines are one string: searching it takes less space than an index of where each
            // text begins.
            const KEYS: &str = concat!($($key, "\n",)*);
            const ENGLISH: &str = concat!($($english, "\n",)*);
        }
    };
}

texts! {
    /// The label of the list of countries.
    Country "country"
        en "Country";
    /// The label of the number's field.
    Number "number"
        en "Phone number";
    /// The label of the extension's field.
    Extension "extension"
        en "Extension";
    /// The label of the check box for a mobile phone.
    Mobile "mobile"
        en "Mobile phone";
    /// The label of the list of types, which replaces the check box.
    Type "type"
        en "Phone type";
    /// The type `home`.
    TypeHome "type-home"
        en "Home";
    /// The type `work`.
    TypeWork "type-work"
        en "Work";
    /// The type `mobile`.
    TypeMobile "type-mobile"
        en "Mobile";
    /// The button.
    Submit "submit"
        en "Save phone";
    /// The button while a request is in progress.
    Saving "saving"
        en "Saving…";
    /// A create that succeeded; `{number}` as the API returned it.
    Created "created"
        en "{number} was added to the lead.";
    /// An update that succeeded; `{number}` as the API returned it.
    Updated "updated"
        en "{number} was saved.";
    /// The API's `valid: false`.
    SavedNotValid "saved-not-valid"
        en "Saved, but {number} does not look like a number in use.";
    /// A submit without a number.
    NumberMissing "number-missing"
        en "Enter a phone number.";
    /// A text that is not a phone number.
    NotANumber "not-a-number"
        en "This is not a phone number.";
    /// An international number with an unknown calling code.
    CallingCodeUnknown "calling-code-unknown"
        en "There is no such country calling code.";
    /// A number with too few digits.
    TooShort "too-short"
        en "This number is too short.";
    /// A number with too many digits.
    TooLong "too-long"
        en "This number is too long.";
    /// A number whose length is between two lengths that its numbering plan allows.
    LengthUnknown "length-unknown"
        en "Numbers of this country do not have this many digits.";
    /// A number that can only be dialled within its area.
    AreaCodeMissing "area-code-missing"
        en "The area code is missing.";
    /// A number of another country, where only one is allowed; `{countries}` is the name of that one.
    CountryNotAllowedOne "country-not-allowed-one"
        en "Enter a number from this country: {countries}.";
    /// A number of another country, where several are allowed; `{countries}` are their names.
    CountryNotAllowed "country-not-allowed-other"
        en "Enter a number from one of these countries: {countries}.";
    /// A number of another country, where many are allowed; `{countries}` are the names of the first
    /// ones, and `{count}`, at least 2, follow them.
    CountryNotAllowedMore "country-not-allowed-more"
        en "Enter a number from one of these countries: {countries} and {count} more.";
    /// A number in national format whose numbering plan could not be loaded.
    PlanMissing "plan-missing"
        en "The numbers of this country could not be loaded. Enter the number with + and its country calling code, digits only.";
    /// The button beside a refused number.
    SaveAnyway "save-anyway"
        en "Save {number} anyway";
    /// The button beside a refused number that is one of another country; `{number}` in
    /// international format.
    DidYouMean "did-you-mean"
        en "Did you mean {number}, {country}?";
    /// The button for the last of several pasted numbers.
    Next "next"
        en "Next: {number}";
    /// The button for the next of several pasted numbers; `{count}` more follow. The text also
    /// fits 1.
    NextOfSeveral "next-of-several"
        en "Next: {number}, {count} more";
    /// Beside a number that can be sent; `{number}` in international format.
    WillBeSaved "will-be-saved"
        en "Will be saved as {number}";
    /// Beside a number that is possible but not valid; `{number}` in international format.
    NotInUse "not-in-use"
        en "{number} does not look like a number in use. It can be saved.";
    /// Beside a number whose numbering plan is being loaded.
    PlanLoading "plan-loading"
        en "Loading the numbers of this country…";
    /// After a paste with more than one number in it; `{number}` is the first of `{count}`.
    SeveralPasted "several-pasted"
        en "{count} numbers pasted; {number} is the first.";
    /// After a paste with digits after the number that are not understood.
    LeftOut "left-out"
        en "“{text}” after the number was left out.";
    /// Beside a pasted text without a phone number.
    NothingPasted "nothing-pasted"
        en "No phone number can be read in what was pasted.";
    /// Shown instead of the list of countries if no country matches.
    CountryNotFound "country-not-found"
        en "No country found";
    /// Announced during a search for a country; `{count}` countries match. The text also fits 1.
    CountriesFound "countries-found"
        en "Countries found: {count}";
    /// An extension with something other than digits.
    ExtensionNotNumber "extension-not-number"
        en "An extension has digits only.";
    /// An extension that would change as an integer: one with a leading zero.
    ExtensionLeadingZero "extension-leading-zero"
        en "The CRM cannot hold an extension that begins with 0.";
    /// An extension over 2⁵³−1.
    ExtensionTooLarge "extension-too-large"
        en "This extension is too long for the CRM.";
    /// 401.
    Unauthenticated "unauthenticated"
        en "You are not signed in to the CRM, or no longer. Sign in again, then save.";
    /// 403, a duplicate.
    Duplicate "duplicate"
        en "This number is already on this lead.";
    /// 403, anything else.
    Forbidden "forbidden"
        en "The CRM does not let you save this phone.";
    /// 404.
    NotFound "not-found"
        en "The CRM does not find this phone. It may have been deleted.";
    /// 405.
    MethodNotAllowed "method-not-allowed"
        en "The CRM does not accept this kind of request.";
    /// 422, about the number.
    NumberRefused "number-refused"
        en "The CRM does not accept this number.";
    /// 422, about the extension.
    ExtensionRefused "extension-refused"
        en "The CRM does not accept this extension.";
    /// 422, about a field that the form does not have; `{field}` is its name in the API.
    FieldRefused "field-refused"
        en "The CRM does not accept the value of {field}.";
    /// 422 without the name of a field.
    Invalid "invalid"
        en "The CRM does not accept this phone.";
    /// 429.
    RateLimited "rate-limited"
        en "Too many requests at once. Wait a moment, then save again.";
    /// 5xx, update.
    Server "server"
        en "The CRM has a problem of its own. Your entry is kept; save again.";
    /// No answer, update.
    Network "network"
        en "The CRM could not be reached. Your entry is kept; save again.";
    /// A timeout, update.
    Timeout "timeout"
        en "The CRM did not answer in time. Your entry is kept; save again.";
    /// A redirect or an unknown status.
    Unexpected "unexpected"
        en "The CRM answered in a way that this form does not know. Your entry is kept.";
    /// 2xx without a phone, update.
    MalformedResponse "malformed-response"
        en "The CRM's answer could not be read. Your entry is kept.";
    /// Follows the text about a create that may have been saved.
    PerhapsSaved "perhaps-saved"
        en "The phone may have been saved all the same.";
    /// Follows the text about a duplicate, after a create that may have been saved.
    SavedEarlier "saved-earlier"
        en "An earlier attempt may have saved it.";
    /// A request that takes more than two seconds.
    StillSaving "still-saving"
        en "Still saving. This takes longer than usual.";
    /// A failed save that is retried automatically.
    TryingAgain "trying-again"
        en "Saving has not succeeded yet. Trying again…";
    /// Time until an automatic retry, singular.
    TryingAgainInOne "trying-again-in-one"
        en "Trying again in {seconds} second.";
    /// Time until an automatic retry; `{seconds}`.
    TryingAgainIn "trying-again-in-other"
        en "Trying again in {seconds} seconds.";
    /// Time until the user can save again, in seconds, singular.
    SaveAgainInOne "save-again-in-one"
        en "You can save again in {seconds} second.";
    /// Time until the user can save again; `{seconds}`.
    SaveAgainIn "save-again-in-other"
        en "You can save again in {seconds} seconds.";
    /// Time until the user can save again, in minutes, singular.
    SaveAgainInMinutesOne "save-again-in-minutes-one"
        en "You can save again in {minutes} minute.";
    /// Time until the user can save again; `{minutes}`.
    SaveAgainInMinutes "save-again-in-minutes-other"
        en "You can save again in {minutes} minutes.";
    /// An internal failure of the form.
    Internal "internal"
        en "This form has failed. What you typed is still here to copy. Reload the page before you go on; what you were saving may have been saved.";
    /// The browser has no network.
    Offline "offline"
        en "You are offline. Your entry is kept until you can save it.";
    /// The browser has a network again, and there are unsaved changes.
    BackOnline "back-online"
        en "You are online again. Your entry is not saved yet; save again.";
    /// A setting that cannot be read; `{setting}` and `{value}`.
    SettingUnreadable "setting-unreadable"
        en "This form is not set up correctly: {setting} cannot be “{value}”.";
    /// A `phone` that is not a phone object.
    PhoneUnreadable "phone-unreadable"
        en "This form is not set up correctly: phone has to be an object with an integer id.";
    /// `messages` that is not an object.
    MessagesUnreadable "messages-unreadable"
        en "This form is not set up correctly: messages has to be an object of strings.";
    /// A member of `messages` whose key is unknown or whose value is not a string; `{value}` is
    /// the key.
    MessageUnreadable "message-unreadable"
        en "This form is not set up correctly: messages has no text “{value}” to replace, or not by a string.";
    /// A `token` attribute. The element removes it at once.
    TokenAttribute "token-attribute"
        en "This form is not set up correctly: token has to be a property, since everyone can read an attribute. The attribute was removed.";
    /// A create without `lead-id`.
    LeadMissing "lead-missing"
        en "This form is not set up correctly: it has no lead.";
    /// A submit without `token`.
    TokenMissing "token-missing"
        en "This form is not set up correctly: it has no token.";
    /// A token that cannot be sent in a header, or a token function that failed.
    TokenUnusable "token-unusable"
        en "This form is not set up correctly: its token cannot be used.";
}

#[cfg(test)]
#[path = "message_id_tests.rs"]
mod tests;
