//! Every text that the form shows, by name and in every language.

mod lookup;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident $key:literal
        en $english:literal fr $french:literal es $spanish:literal;)*) => {
        /// A text of the form.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum MessageId { $($(#[$doc])* $name,)* }

        impl MessageId {
            /// Every text.
            pub const ALL: &[MessageId] = &[$(MessageId::$name,)*];

            // All lines of a language are one string: searching it takes less space than an index
            // of where each text begins.
            const KEYS: &str = concat!($($key, "\n",)*);
            const ENGLISH: &str = concat!($($english, "\n",)*);
            const FRENCH: &str = concat!($($french, "\n",)*);
            const SPANISH: &str = concat!($($spanish, "\n",)*);
        }
    };
}

// Canadian French: no space before `;`, a no-break space before `:` and inside `«»`.
texts! {
    /// The label of the list of countries.
    Country "country"
        en "Country"
        fr "Pays"
        es "País";
    /// The label of the number's field.
    Number "number"
        en "Phone number"
        fr "Numéro de téléphone"
        es "Número de teléfono";
    /// The label of the extension's field.
    Extension "extension"
        en "Extension"
        fr "Poste"
        es "Extensión";
    /// The label of the check box for a mobile phone.
    Mobile "mobile"
        en "Mobile phone"
        fr "Téléphone cellulaire"
        es "Teléfono celular";
    /// The label of the list of types, which replaces the check box.
    Type "type"
        en "Phone type"
        fr "Type de téléphone"
        es "Tipo de teléfono";
    /// The type `home`.
    TypeHome "type-home"
        en "Home"
        fr "Domicile"
        es "Casa";
    /// The type `work`.
    TypeWork "type-work"
        en "Work"
        fr "Travail"
        es "Trabajo";
    /// The type `mobile`.
    TypeMobile "type-mobile"
        en "Mobile"
        fr "Cellulaire"
        es "Celular";
    /// The button.
    Submit "submit"
        en "Save phone"
        fr "Enregistrer le numéro"
        es "Guardar teléfono";
    /// The button while a request is in progress.
    Saving "saving"
        en "Saving…"
        fr "Enregistrement…"
        es "Guardando…";
    /// A create that succeeded; `{number}` as the API returned it.
    Created "created"
        en "{number} was added to the lead."
        fr "{number} a été ajouté au prospect."
        es "{number} se agregó al prospecto.";
    /// An update that succeeded; `{number}` as the API returned it.
    Updated "updated"
        en "{number} was saved."
        fr "{number} a été enregistré."
        es "{number} se guardó.";
    /// The API's `valid: false`.
    SavedNotValid "saved-not-valid"
        en "Saved, but {number} does not look like a number in use."
        fr "Enregistré, mais {number} ne semble pas être un numéro en service."
        es "Se guardó, pero {number} no parece ser un número en uso.";
    /// A submit without a number.
    NumberMissing "number-missing"
        en "Enter a phone number."
        fr "Entrez un numéro de téléphone."
        es "Ingrese un número de teléfono.";
    /// A text that is not a phone number.
    NotANumber "not-a-number"
        en "This is not a phone number."
        fr "Ce n’est pas un numéro de téléphone."
        es "Esto no es un número de teléfono.";
    /// An international number with an unknown calling code.
    CallingCodeUnknown "calling-code-unknown"
        en "There is no such country calling code."
        fr "Cet indicatif de pays n’existe pas."
        es "Ese código de país no existe.";
    /// A number with too few digits.
    TooShort "too-short"
        en "This number is too short."
        fr "Ce numéro est trop court."
        es "Este número es demasiado corto.";
    /// A number with too many digits.
    TooLong "too-long"
        en "This number is too long."
        fr "Ce numéro est trop long."
        es "Este número es demasiado largo.";
    /// A number whose length is between two lengths that its numbering plan allows.
    LengthUnknown "length-unknown"
        en "Numbers of this country do not have this many digits."
        fr "Les numéros de ce pays n’ont pas ce nombre de chiffres."
        es "Los números de este país no tienen esa cantidad de dígitos.";
    /// A number that can only be dialled within its area.
    AreaCodeMissing "area-code-missing"
        en "The area code is missing."
        fr "Il manque l’indicatif régional."
        es "Falta el código de área.";
    /// A number of another country, where only one is allowed; `{countries}` is the name of that one.
    CountryNotAllowedOne "country-not-allowed-one"
        en "Enter a number from this country: {countries}."
        fr "Entrez un numéro de ce pays\u{a0}: {countries}."
        es "Ingrese un número de este país: {countries}.";
    /// A number of another country, where several are allowed; `{countries}` are their names.
    CountryNotAllowed "country-not-allowed-other"
        en "Enter a number from one of these countries: {countries}."
        fr "Entrez un numéro de l’un de ces pays\u{a0}: {countries}."
        es "Ingrese un número de uno de estos países: {countries}.";
    /// A number of another country, where many are allowed; `{countries}` are the names of the first
    /// ones, and `{count}`, at least 2, follow them.
    CountryNotAllowedMore "country-not-allowed-more"
        en "Enter a number from one of these countries: {countries} and {count} more."
        fr "Entrez un numéro de l’un de ces pays\u{a0}: {countries} et {count} autres."
        es "Ingrese un número de uno de estos países: {countries} y {count} más.";
    /// A number in national format whose numbering plan could not be loaded.
    PlanMissing "plan-missing"
        en "The numbers of this country could not be loaded. Enter the number with + and its country calling code, digits only."
        fr "Les numéros de ce pays n’ont pas pu être chargés. Entrez le numéro avec + et l’indicatif du pays, en chiffres seulement."
        es "No se pudieron cargar los números de este país. Ingrese el número con + y el código del país, solo dígitos.";
    /// The button beside a refused number.
    SaveAnyway "save-anyway"
        en "Save {number} anyway"
        fr "Enregistrer {number} quand même"
        es "Guardar {number} de todos modos";
    /// The button beside a refused number that is one of another country; `{number}` in
    /// international format.
    DidYouMean "did-you-mean"
        en "Did you mean {number}, {country}?"
        fr "Vouliez-vous dire {number}, {country}?"
        es "¿Quiso decir {number}, {country}?";
    /// The button for the last of several pasted numbers.
    Next "next"
        en "Next: {number}"
        fr "Suivant\u{a0}: {number}"
        es "Siguiente: {number}";
    /// The button for the next of several pasted numbers; `{count}` more follow. The text also
    /// fits 1.
    NextOfSeveral "next-of-several"
        en "Next: {number}, {count} more"
        fr "Suivant\u{a0}: {number}, {count} de plus"
        es "Siguiente: {number}, {count} más";
    /// Beside a number that can be sent; `{number}` in international format.
    WillBeSaved "will-be-saved"
        en "Will be saved as {number}"
        fr "Sera enregistré\u{a0}: {number}"
        es "Se guardará como {number}";
    /// Beside a number that is possible but not valid; `{number}` in international format.
    NotInUse "not-in-use"
        en "{number} does not look like a number in use. It can be saved."
        fr "{number} ne semble pas être un numéro en service. Vous pouvez l’enregistrer."
        es "{number} no parece ser un número en uso. Se puede guardar.";
    /// Beside a number whose numbering plan is being loaded.
    PlanLoading "plan-loading"
        en "Loading the numbers of this country…"
        fr "Chargement des numéros de ce pays…"
        es "Cargando los números de este país…";
    /// After a paste with more than one number in it; `{number}` is the first of `{count}`.
    SeveralPasted "several-pasted"
        en "{count} numbers pasted; {number} is the first."
        fr "{count} numéros collés; {number} est le premier."
        es "Se pegaron {count} números; {number} es el primero.";
    /// After a paste with digits after the number that are not understood.
    LeftOut "left-out"
        en "“{text}” after the number was left out."
        fr "«\u{a0}{text}\u{a0}» après le numéro n’a pas été retenu."
        es "Se omitió «{text}» después del número.";
    /// Beside a pasted text without a phone number.
    NothingPasted "nothing-pasted"
        en "No phone number can be read in what was pasted."
        fr "Aucun numéro de téléphone ne peut être lu dans ce qui a été collé."
        es "No se puede leer ningún número de teléfono en lo que se pegó.";
    /// Shown instead of the list of countries if no country matches.
    CountryNotFound "country-not-found"
        en "No country found"
        fr "Aucun pays trouvé"
        es "No se encontró ningún país";
    /// Announced during a search for a country; `{count}` countries match. The text also fits 1.
    CountriesFound "countries-found"
        en "Countries found: {count}"
        fr "Pays trouvés\u{a0}: {count}"
        es "Países encontrados: {count}";
    /// An extension with something other than digits.
    ExtensionNotNumber "extension-not-number"
        en "An extension has digits only."
        fr "Un poste ne contient que des chiffres."
        es "Una extensión solo tiene dígitos.";
    /// An extension that would change as an integer: one with a leading zero.
    ExtensionLeadingZero "extension-leading-zero"
        en "The CRM cannot hold an extension that begins with 0."
        fr "Le CRM ne peut pas conserver un poste qui commence par 0."
        es "El CRM no puede guardar una extensión que empieza con 0.";
    /// An extension over 2⁵³−1.
    ExtensionTooLarge "extension-too-large"
        en "This extension is too long for the CRM."
        fr "Ce poste est trop long pour le CRM."
        es "Esta extensión es demasiado larga para el CRM.";
    /// 401.
    Unauthenticated "unauthenticated"
        en "You are not signed in to the CRM, or no longer. Sign in again, then save."
        fr "Votre session dans le CRM n’est pas ouverte ou a pris fin. Ouvrez-en une, puis enregistrez."
        es "No ha iniciado sesión en el CRM o su sesión terminó. Inicie sesión y guarde de nuevo.";
    /// 403, a duplicate.
    Duplicate "duplicate"
        en "This number is already on this lead."
        fr "Ce numéro figure déjà dans ce prospect."
        es "Este número ya está en este prospecto.";
    /// 403, anything else.
    Forbidden "forbidden"
        en "The CRM does not let you save this phone."
        fr "Le CRM ne vous permet pas d’enregistrer ce numéro."
        es "El CRM no le permite guardar este teléfono.";
    /// 404.
    NotFound "not-found"
        en "The CRM does not find this phone. It may have been deleted."
        fr "Le CRM ne trouve pas ce numéro. Il a peut-être été supprimé."
        es "El CRM no encuentra este teléfono. Es posible que se haya eliminado.";
    /// 405.
    MethodNotAllowed "method-not-allowed"
        en "The CRM does not accept this kind of request."
        fr "Le CRM n’accepte pas ce genre de requête."
        es "El CRM no acepta este tipo de solicitud.";
    /// 422, about the number.
    NumberRefused "number-refused"
        en "The CRM does not accept this number."
        fr "Le CRM n’accepte pas ce numéro."
        es "El CRM no acepta este número.";
    /// 422, about the extension.
    ExtensionRefused "extension-refused"
        en "The CRM does not accept this extension."
        fr "Le CRM n’accepte pas ce poste."
        es "El CRM no acepta esta extensión.";
    /// 422, about a field that the form does not have; `{field}` is its name in the API.
    FieldRefused "field-refused"
        en "The CRM does not accept the value of {field}."
        fr "Le CRM n’accepte pas la valeur de {field}."
        es "El CRM no acepta el valor de {field}.";
    /// 422 without the name of a field.
    Invalid "invalid"
        en "The CRM does not accept this phone."
        fr "Le CRM n’accepte pas ce téléphone."
        es "El CRM no acepta este teléfono.";
    /// 429.
    RateLimited "rate-limited"
        en "Too many requests at once. Wait a moment, then save again."
        fr "Trop de requêtes à la fois. Attendez un moment, puis enregistrez de nouveau."
        es "Demasiadas solicitudes a la vez. Espere un momento y guarde de nuevo.";
    /// 5xx, update.
    Server "server"
        en "The CRM has a problem of its own. Your entry is kept; save again."
        fr "Le CRM éprouve lui-même un problème. Votre saisie est conservée; enregistrez de nouveau."
        es "El CRM tiene un problema propio. Se conserva lo que ingresó; guarde de nuevo.";
    /// No answer, update.
    Network "network"
        en "The CRM could not be reached. Your entry is kept; save again."
        fr "Impossible de joindre le CRM. Votre saisie est conservée; enregistrez de nouveau."
        es "No se pudo contactar al CRM. Se conserva lo que ingresó; guarde de nuevo.";
    /// A timeout, update.
    Timeout "timeout"
        en "The CRM did not answer in time. Your entry is kept; save again."
        fr "Le CRM n’a pas répondu à temps. Votre saisie est conservée; enregistrez de nouveau."
        es "El CRM no respondió a tiempo. Se conserva lo que ingresó; guarde de nuevo.";
    /// A redirect or an unknown status.
    Unexpected "unexpected"
        en "The CRM answered in a way that this form does not know. Your entry is kept."
        fr "Le CRM a répondu d’une façon que ce formulaire ne connaît pas. Votre saisie est conservée."
        es "El CRM respondió de una manera que este formulario no conoce. Se conserva lo que ingresó.";
    /// 2xx without a phone, update.
    MalformedResponse "malformed-response"
        en "The CRM's answer could not be read. Your entry is kept."
        fr "La réponse du CRM n’a pas pu être lue. Votre saisie est conservée."
        es "No se pudo leer la respuesta del CRM. Se conserva lo que ingresó.";
    /// Follows the text about a create that may have been saved.
    PerhapsSaved "perhaps-saved"
        en "The phone may have been saved all the same."
        fr "Le numéro a peut-être été enregistré malgré tout."
        es "Es posible que el teléfono se haya guardado de todos modos.";
    /// Follows the text about a duplicate, after a create that may have been saved.
    SavedEarlier "saved-earlier"
        en "An earlier attempt may have saved it."
        fr "Une tentative précédente l’a peut-être enregistré."
        es "Es posible que un intento anterior lo haya guardado.";
    /// A request that takes more than two seconds.
    StillSaving "still-saving"
        en "Still saving. This takes longer than usual."
        fr "L’enregistrement est toujours en cours. Il prend plus de temps que d’habitude."
        es "Todavía se está guardando. Tarda más que de costumbre.";
    /// A failed save that is retried automatically.
    TryingAgain "trying-again"
        en "Saving has not succeeded yet. Trying again…"
        fr "L’enregistrement n’a pas encore réussi. Nouvelle tentative…"
        es "Todavía no se ha podido guardar. Intentando de nuevo…";
    /// Time until an automatic retry, singular.
    TryingAgainInOne "trying-again-in-one"
        en "Trying again in {seconds} second."
        fr "Nouvelle tentative dans {seconds} seconde."
        es "Nuevo intento en {seconds} segundo.";
    /// Time until an automatic retry; `{seconds}`.
    TryingAgainIn "trying-again-in-other"
        en "Trying again in {seconds} seconds."
        fr "Nouvelle tentative dans {seconds} secondes."
        es "Nuevo intento en {seconds} segundos.";
    /// Time until the user can save again, in seconds, singular.
    SaveAgainInOne "save-again-in-one"
        en "You can save again in {seconds} second."
        fr "Vous pourrez enregistrer de nouveau dans {seconds} seconde."
        es "Podrá guardar de nuevo en {seconds} segundo.";
    /// Time until the user can save again; `{seconds}`.
    SaveAgainIn "save-again-in-other"
        en "You can save again in {seconds} seconds."
        fr "Vous pourrez enregistrer de nouveau dans {seconds} secondes."
        es "Podrá guardar de nuevo en {seconds} segundos.";
    /// Time until the user can save again, in minutes, singular.
    SaveAgainInMinutesOne "save-again-in-minutes-one"
        en "You can save again in {minutes} minute."
        fr "Vous pourrez enregistrer de nouveau dans {minutes} minute."
        es "Podrá guardar de nuevo en {minutes} minuto.";
    /// Time until the user can save again; `{minutes}`.
    SaveAgainInMinutes "save-again-in-minutes-other"
        en "You can save again in {minutes} minutes."
        fr "Vous pourrez enregistrer de nouveau dans {minutes} minutes."
        es "Podrá guardar de nuevo en {minutes} minutos.";
    /// An internal failure of the form.
    Internal "internal"
        en "This form has failed. What you typed is still here to copy. Reload the page before you go on; what you were saving may have been saved."
        fr "Ce formulaire a cessé de fonctionner. Ce que vous avez tapé est encore là, à copier. Rechargez la page avant de continuer; ce que vous enregistriez l’a peut-être été."
        es "Este formulario ha fallado. Lo que escribió sigue aquí para copiarlo. Recargue la página antes de continuar; es posible que lo que guardaba se haya guardado.";
    /// The browser has no network.
    Offline "offline"
        en "You are offline. Your entry is kept until you can save it."
        fr "Vous êtes hors ligne. Votre saisie est conservée jusqu’à ce que vous puissiez l’enregistrer."
        es "No tiene conexión. Se conserva lo que ingresó hasta que pueda guardarlo.";
    /// The browser has a network again, and there are unsaved changes.
    BackOnline "back-online"
        en "You are online again. Your entry is not saved yet; save again."
        fr "Vous êtes de nouveau en ligne. Votre saisie n’est pas encore enregistrée; enregistrez de nouveau."
        es "Tiene conexión de nuevo. Lo que ingresó aún no se ha guardado; guarde de nuevo.";
    /// A setting that cannot be read; `{setting}` and `{value}`.
    SettingUnreadable "setting-unreadable"
        en "This form is not set up correctly: {setting} cannot be “{value}”."
        fr "Ce formulaire est mal configuré\u{a0}: {setting} ne peut pas être «\u{a0}{value}\u{a0}»."
        es "Este formulario está mal configurado: {setting} no puede ser “{value}”.";
    /// A `phone` that is not a phone object.
    PhoneUnreadable "phone-unreadable"
        en "This form is not set up correctly: phone has to be an object with an integer id."
        fr "Ce formulaire est mal configuré\u{a0}: phone doit être un objet dont l’id est un entier."
        es "Este formulario está mal configurado: phone tiene que ser un objeto con un id entero.";
    /// `messages` that is not an object.
    MessagesUnreadable "messages-unreadable"
        en "This form is not set up correctly: messages has to be an object of strings."
        fr "Ce formulaire est mal configuré\u{a0}: messages doit être un objet de chaînes."
        es "Este formulario está mal configurado: messages tiene que ser un objeto de cadenas.";
    /// A member of `messages` whose key is unknown or whose value is not a string; `{value}` is
    /// the key.
    MessageUnreadable "message-unreadable"
        en "This form is not set up correctly: messages has no text “{value}” to replace, or not by a string."
        fr "Ce formulaire est mal configuré\u{a0}: messages ne peut pas remplacer «\u{a0}{value}\u{a0}»; ce n’est pas une clé connue ou sa valeur n’est pas une chaîne."
        es "Este formulario está mal configurado: messages no puede reemplazar “{value}”; no es una clave conocida o su valor no es una cadena.";
    /// A `token` attribute. The element removes it at once.
    TokenAttribute "token-attribute"
        en "This form is not set up correctly: token has to be a property, since everyone can read an attribute. The attribute was removed."
        fr "Ce formulaire est mal configuré\u{a0}: token doit être une propriété, car tout le monde peut lire un attribut. L’attribut a été retiré."
        es "Este formulario está mal configurado: token tiene que ser una propiedad, pues cualquiera puede leer un atributo. El atributo se quitó.";
    /// A create without `lead-id`.
    LeadMissing "lead-missing"
        en "This form is not set up correctly: it has no lead."
        fr "Ce formulaire est mal configuré\u{a0}: il n’a pas de prospect."
        es "Este formulario está mal configurado: no tiene prospecto.";
    /// A submit without `token`.
    TokenMissing "token-missing"
        en "This form is not set up correctly: it has no token."
        fr "Ce formulaire est mal configuré\u{a0}: il n’a pas de jeton (token)."
        es "Este formulario está mal configurado: no tiene token.";
    /// A token that cannot be sent in a header, or a token function that failed.
    TokenUnusable "token-unusable"
        en "This form is not set up correctly: its token cannot be used."
        fr "Ce formulaire est mal configuré\u{a0}: son jeton (token) ne peut pas être utilisé."
        es "Este formulario está mal configurado: su token no se puede usar.";
}

#[cfg(test)]
#[path = "message_id_tests.rs"]
mod tests;
