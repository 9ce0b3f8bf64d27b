//! Every text that the form shows, by name. `locales/` has the words in each language.
//!
//! The English words and the comments for translators are written here, and `cargo xtask locales`
//! writes them into `locales/en.json`. Like those of all languages they are not in the WebAssembly.

mod lookup;

macro_rules! texts {
    ($($(#[doc = $doc:literal])* $name:ident $key:literal
        en $english:literal $(, one $one:literal)?;)*) => {
        /// A text of the form.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum MessageId { $($(#[doc = $doc])* $name,)* }

        impl MessageId {
            /// Every text.
            pub const ALL: &[MessageId] = &[$(MessageId::$name,)*];

            // All keys are one string: searching it takes less space than an index of where each
            // key begins.
            const KEYS: &str = concat!($($key, "\n",)*);

            /// The English words, the singular of those that count, and the comment of each text.
            #[cfg(test)]
            const ENGLISH: &[(&str, &[&str], &str)] =
                &[$(($english, &[$($one)?], concat!($($doc,)*)),)*];
        }
    };
}

texts! {
    /// The label of the list of countries.
    Country "country"
        en "Country";
    /// The name of the list of countries, for screen readers.
    Countries "countries"
        en "Countries";
    /// The name of the button that closes the list where it fills the screen.
    Close "close"
        en "Close";
    /// The label of the number's field.
    Number "number"
        en "Phone number";
    /// The label of the extension's field.
    Extension "extension"
        en "Extension";
    /// In the field of the extension while it is empty.
    Optional "optional"
        en "Optional";
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
    /// The name of the host's system, wherever a text has `{product}`. At the start of a sentence it
    /// gets a capital.
    Product "product"
        en "the CRM";
    /// The button.
    Submit "submit"
        en "Save number";
    /// The button while a request is in progress.
    Saving "saving"
        en "Saving…";
    /// A create that succeeded; `{number}` as the API returned it.
    Created "created"
        en "Added {number} to the lead.";
    /// An update that succeeded; `{number}` as the API returned it.
    Updated "updated"
        en "Saved {number}.";
    /// The API's `valid: false`.
    SavedNotValid "saved-not-valid"
        en "Saved. {number} may not be in service.";
    /// A number with its extension, wherever a text names a number.
    WithExtension "with-extension"
        en "{number}, ext. {extension}";
    /// The button beside `created`, which turns the form to that number.
    Edit "edit"
        en "Edit";
    /// The same button while the form is turned to it.
    CancelEdit "cancel-edit"
        en "Cancel edit";
    /// Announced when the form has turned to the number.
    Editing "editing"
        en "Editing {number}.";
    /// A create that has failed while the next number was typed; `{reason}` is the sentence about
    /// the failure.
    NotSaved "not-saved"
        en "{number}: {reason}";
    /// The button that puts that number back into the form.
    PutBack "put-back"
        en "Back to {number}";
    /// A submit without a number.
    NumberMissing "number-missing"
        en "Enter a phone number.";
    /// A text that is not a phone number.
    NotANumber "not-a-number"
        en "Enter a phone number, such as {example}.";
    /// An international number with an unknown calling code.
    CallingCodeUnknown "calling-code-unknown"
        en "No country uses +{code}.";
    /// A number with too few digits.
    TooShort "too-short"
        en "Too short: {country} numbers have {expected} digits, this has {count}.";
    /// A number with too many digits.
    TooLong "too-long"
        en "Too long: {country} numbers have {expected} digits, this has {count}.";
    /// A number whose length is between two lengths that its numbering plan allows.
    LengthUnknown "length-unknown"
        en "{country} numbers have {expected} digits, not {count}.";
    /// A number that can only be dialed within its area.
    AreaCodeMissing "area-code-missing"
        en "Add the area code at the start.";
    /// A number of a country that is not allowed; `{countries}` are the names of those that are.
    CountryNotAllowed "country-not-allowed"
        en "Enter a number from one of these countries: {countries}.",
        one "Enter a number from this country: {countries}.";
    /// A number of another country, where many are allowed; `{countries}` are the names of the first
    /// ones, and `{count}`, at least 2, follow them.
    CountryNotAllowedMore "country-not-allowed-more"
        en "Enter a number from one of these countries: {countries} and {count} more.";
    /// A number in national format whose numbering plan could not be loaded.
    PlanMissing "plan-missing"
        en "Number formats for {country} could not be loaded. Enter it with + and the calling code, such as {example}.";
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
    /// The button for the next of several pasted numbers; `{count}` more follow, at least 1.
    NextOfSeveral "next-of-several"
        en "Next: {number}, {count} more";
    /// Below the number while it is empty or not complete.
    Hint "hint"
        en "Start with + for another country.";
    /// Beside a number that can be sent; `{number}` in international format.
    WillBeSaved "will-be-saved"
        en "Saves as {number}";
    /// Beside a number that is possible but not valid; `{number}` in international format.
    NotInUse "not-in-use"
        en "{number} may not be in service. Check it, or save it as it is.";
    /// Beside a number whose numbering plan is being loaded.
    PlanLoading "plan-loading"
        en "Checking the number format…";
    /// After a paste with more than one number in it; `{number}` is the first of `{count}`.
    SeveralPasted "several-pasted"
        en "{count} numbers pasted; only {number} is used.";
    /// After a paste with digits after the number that are not understood.
    LeftOut "left-out"
        en "“{text}” after the number was left out.";
    /// Beside a pasted text without a phone number.
    NothingPasted "nothing-pasted"
        en "There is no phone number in what you pasted.";
    /// Shown instead of the list of countries if no country matches.
    CountryNotFound "country-not-found"
        en "No match. Try a name or calling code.";
    /// Announced during a search for a country; `{count}` countries match.
    CountriesFound "countries-found"
        en "{count} countries",
        one "{count} country";
    /// An extension with something other than digits.
    ExtensionNotNumber "extension-not-number"
        en "Use digits only, such as 204.";
    /// An extension that would change as an integer: one with a leading zero.
    ExtensionLeadingZero "extension-leading-zero"
        en "{product} can’t store an extension that starts with 0.";
    /// An extension over 2⁵³−1.
    ExtensionTooLarge "extension-too-large"
        en "{product} can’t store an extension this long.";
    /// 401.
    Unauthenticated "unauthenticated"
        en "You’re signed out of {product}. Sign in, then save again.";
    /// 403, a duplicate.
    Duplicate "duplicate"
        en "This lead already has this number.";
    /// 403, anything else.
    Forbidden "forbidden"
        en "You don’t have permission to save this number.";
    /// 404.
    NotFound "not-found"
        en "This number is no longer there. It may have been deleted.";
    /// 405.
    MethodNotAllowed "method-not-allowed"
        en "{product} refused this. Tell your administrator (405).";
    /// 422, about the number.
    NumberRefused "number-refused"
        en "{product} didn’t accept this number. Check it.";
    /// 422, about the extension.
    ExtensionRefused "extension-refused"
        en "{product} didn’t accept this extension. Check it.";
    /// 422, about a field that the form does not have; `{field}` is its name in the API.
    FieldRefused "field-refused"
        en "{product} didn’t accept “{field}”. Tell your administrator.";
    /// 422 without the name of a field.
    Invalid "invalid"
        en "{product} didn’t accept this. Tell your administrator.";
    /// 429.
    RateLimited "rate-limited"
        en "Too many requests. Wait a moment, then save again.";
    /// 5xx, update.
    Server "server"
        en "{product} isn’t working right now.";
    /// No answer, update.
    Network "network"
        en "{product} can’t be reached right now.";
    /// A timeout, update.
    Timeout "timeout"
        en "{product} didn’t answer in time.";
    /// A redirect or an unknown status.
    Unexpected "unexpected"
        en "Unexpected answer from {product}. Your entry is still here; try again.";
    /// 2xx without a phone, update.
    MalformedResponse "malformed-response"
        en "{product} sent an answer that can’t be read.";
    /// Follows the text about an update that has failed.
    EntryKept "entry-kept"
        en "Your entry is still here; save again.";
    /// Follows the text about a create that may have been saved.
    PerhapsSaved "perhaps-saved"
        en "The number may have been saved. Check the lead before you save again.";
    /// Follows the text about a duplicate, after a create that may have been saved.
    SavedEarlier "saved-earlier"
        en "An earlier attempt may have saved it.";
    /// A request that takes more than two seconds.
    StillSaving "still-saving"
        en "Still saving… taking longer than usual.";
    /// A failed save that is retried automatically.
    TryingAgain "trying-again"
        en "Not saved yet. Trying again…";
    /// Time until an automatic retry; `{seconds}`.
    TryingAgainIn "trying-again-in"
        en "Trying again in {seconds} seconds.",
        one "Trying again in {seconds} second.";
    /// Time until the user can save again; `{seconds}`.
    SaveAgainIn "save-again-in"
        en "You can save again in {seconds} seconds.",
        one "You can save again in {seconds} second.";
    /// Time until the user can save again; `{minutes}`.
    SaveAgainInMinutes "save-again-in-minutes"
        en "You can save again in {minutes} minutes.",
        one "You can save again in {minutes} minute.";
    /// Said when that time is over.
    SaveAgainNow "save-again-now"
        en "You can save again now.";
    /// Said after the country has changed with the number.
    NowCountry "now-country"
        en "{country}.";
    /// Said after "Mobile phone" was ticked with the number.
    NowMobile "now-mobile"
        en "Mobile phone ticked.";
    /// Said after the tick of "Mobile phone" has gone with the number.
    NowNotMobile "now-not-mobile"
        en "Mobile phone no longer ticked.";
    /// Said after an extension has moved from the number to its own field.
    NowExtension "now-extension"
        en "Extension {extension}.";
    /// An internal failure of the form.
    Internal "internal"
        en "This form stopped working. Copy what you typed and reload the page. Your last save may have gone through.";
    /// The browser has no network.
    Offline "offline"
        en "You’re offline. Your entry stays here; save when you’re back.";
    /// The browser has a network again, and there are unsaved changes.
    BackOnline "back-online"
        en "You’re online again. Your entry is not saved yet; save again.";
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
        en "This form is not set up correctly: messages has an unknown key “{value}”, or its value is not a string.";
    /// A `token` attribute. The element removes it at once.
    TokenAttribute "token-attribute"
        en "This form is not set up correctly: token has to be a property, since everyone can read an attribute. The attribute was removed.";
    /// A create without `lead-id`.
    LeadMissing "lead-missing"
        en "This form is not set up correctly: lead-id is missing.";
    /// A submit without `token`.
    TokenMissing "token-missing"
        en "This form is not set up correctly: token is missing.";
    /// A token that cannot be sent in a header, or a token function that failed.
    TokenUnusable "token-unusable"
        en "This form is not set up correctly: its token cannot be used.";
}

#[cfg(test)]
#[path = "message_id_tests.rs"]
mod tests;
