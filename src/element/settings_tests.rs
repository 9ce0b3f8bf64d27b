use super::*;
use crate::api::integer::MAX_SAFE_INTEGER;
use proptest::prelude::*;

proptest! {
    #[test]
    fn no_text_is_too_much(text in prop_oneof!["\\PC{0,40}", "[-+ 0-9.e]{0,24}", ".{0,8}"]) {
        if let Some(id) = read_id(Some(&text)) {
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert_eq!(id.map(|id| id as f64), text.parse().ok());
            prop_assert!(id.is_some_and(|id| (1..=MAX_SAFE_INTEGER).contains(&id)));
        }
        if let Some(timeout) = read_timeout(Some(&text)) {
            prop_assert!((1..=LONGEST_TIMEOUT).contains(&timeout.into()));
        }
        if let Some(scheme) = read_scheme(Some(&text)) {
            prop_assert!(["bearer", "basic"].contains(&&*text), "{scheme:?}");
        }
        is_loopback(&text);
    }

    #[test]
    fn every_id_is_read(id in 1..=MAX_SAFE_INTEGER) {
        prop_assert_eq!(read_id(Some(&id.to_string())), Some(Some(id)));
    }

    #[test]
    fn a_loopback_address_is_no_name(text in "127[.][a-z0-9.-]{0,20}") {
        // Browsers treat a host whose last part is a number as an address, and reject it if it is
        // not a valid one. All other hosts must not get a token over http.
        if is_loopback(&text) {
            prop_assert!(text.bytes().all(|byte| byte == b'.' || byte.is_ascii_digit()));
        }
    }
}

#[test]
fn ids_are_integers_in_the_contracts_range() {
    assert_eq!(read_id(None), Some(None));
    assert_eq!(read_id(Some("3387562")), Some(Some(3387562)));
    assert_eq!(read_id(Some("9007199254740991")), Some(Some(MAX_SAFE_INTEGER)));
    for text in ["", "0", " 7", "-1", "+1", "1.0", "1e3", "0x10", "9007199254740992", "null", "１"]
    {
        assert_eq!(read_id(Some(text)), None, "{text:?}");
    }
}

#[test]
fn autocomplete_is_on_or_off() {
    assert_eq!(read_switch(None), Some(false));
    assert_eq!(read_switch(Some("off")), Some(false));
    assert_eq!(read_switch(Some("on")), Some(true));
    for text in ["", "ON", " on", "tel", "true", "one-time-code"] {
        assert_eq!(read_switch(Some(text)), None, "{text:?}");
    }
}

#[test]
fn schemes_and_timeouts() {
    assert_eq!(read_scheme(None), Some(Scheme::Bearer));
    assert_eq!(read_scheme(Some("basic")), Some(Scheme::Basic));
    assert_eq!(read_scheme(Some("digest")), None);
    assert_eq!(read_timeout(None), Some(15_000));
    assert_eq!(read_timeout(Some("1")), Some(1));
    for text in ["", "0", "-5", "2147483648", "soon"] {
        assert_eq!(read_timeout(Some(text)), None, "{text:?}");
    }
}

#[test]
fn loading_is_eager_or_lazy() {
    let (_, read) = ATTRIBUTES.iter().find(|attribute| attribute.0 == "loading").unwrap();
    for text in [None, Some("eager"), Some("lazy")] {
        assert_eq!(read(text), Some(Setting::Loading), "{text:?}");
    }
    for text in ["", "LAZY", " lazy", "later", "true"] {
        assert_eq!(read(Some(text)), None, "{text:?}");
    }
}

#[test]
fn countries_are_regions_with_a_numbering_plan() {
    assert_eq!(read_country(None).map(Region::as_str), Some("CA"));
    assert_eq!(read_country(Some("FR")).map(Region::as_str), Some("FR"));
    for text in ["", "C", "CAN", "XX", "00", "001", "É", "fr", " FR"] {
        assert_eq!(read_country(Some(text)), None, "{text:?}");
    }
}

#[test]
fn preferred_countries_and_countries_are_lists_of_regions() {
    let read = |name: &str, text: Option<&str>| {
        let (_, read) = ATTRIBUTES.iter().find(|attribute| attribute.0 == name).unwrap();
        let countries = match read(text)? {
            Setting::PreferredCountries(countries) if name == "preferred-countries" => countries,
            Setting::Countries(countries) if name == "countries" => countries,
            other => panic!("{other:?}"),
        };
        Some(countries.into_iter().map(Region::as_str).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(read("preferred-countries", None).as_deref(), Some("CA US"));
    assert_eq!(read("countries", None).as_deref(), Some(""));
    for name in ["preferred-countries", "countries"] {
        assert_eq!(read(name, Some("MX CA US")).as_deref(), Some("MX CA US"));
        assert_eq!(read(name, Some(" ")).as_deref(), Some(""));
        for text in ["XX", "CA XX", "CA;US", "CA,US", "ca", "[object Object]", "CAUS"] {
            assert_eq!(read(name, Some(text)), None, "{name} {text:?}");
        }
    }
}

#[test]
fn phone_types_are_a_list_of_words() {
    let read = |text| Some(read_types(text)?.join(" "));
    assert_eq!(read(None).as_deref(), Some(""));
    assert_eq!(read(Some(" ")).as_deref(), Some(""));
    assert_eq!(read(Some("home work mobile")).as_deref(), Some("home work mobile"));
    assert_eq!(
        read(Some("Fax other_2 after-hours été")).as_deref(),
        Some("Fax other_2 after-hours été")
    );
    for text in
        ["home;work", "home,work", "[object Object]", "1", "<b>", "home -", "\"home\"", "type=home"]
    {
        assert_eq!(read(Some(text)), None, "{text:?}");
    }
}

#[test]
fn a_token_goes_over_https_or_stays_on_the_machine() {
    let usable = |protocol: &str, hostname: &str| {
        UrlParts {
            protocol: protocol.into(),
            hostname: hostname.into(),
            has_credentials: false,
            has_more_than_a_path: false,
        }
        .is_usable()
    };
    assert!(usable("https:", "crm.activix.ca"));
    for host in ["localhost", "api.localhost", "127.0.0.1", "127.1.2.3", "[::1]"] {
        assert!(usable("http:", host), "{host}");
    }
    for host in ["crm.activix.ca", "localhost.example", "10.0.0.1", "128.0.0.1", "[::2]", ""] {
        assert!(!usable("http:", host), "{host}");
    }
    for protocol in ["ftp:", "javascript:", "data:", "blob:", "file:", "ws:"] {
        assert!(!usable(protocol, "localhost"), "{protocol}");
    }
}

#[test]
fn secrets_in_a_url_are_not_said() {
    for (url, said) in [
        ("https://user:s3cret@h/api", "https://h/api"),
        ("https://h/api?key=s3cret#s3cret", "https://h/api"),
        ("user:s3cret@h", "h"),
        ("abc", "abc"),
    ] {
        assert_eq!(without_secrets(url), said);
    }
}

#[test]
fn a_url_with_credentials_or_more_than_a_path_is_refused() {
    for (has_credentials, has_more_than_a_path) in [(true, false), (false, true)] {
        let parts = UrlParts {
            protocol: "https:".into(),
            hostname: "crm.activix.ca".into(),
            has_credentials,
            has_more_than_a_path,
        };
        assert!(!parts.is_usable());
    }
}

#[test]
fn the_prerendered_form_knows_every_region() {
    let tables = lead_phone_number::Tables::default();
    let mut codes: Vec<_> = tables.regions().iter().map(|(region, _)| region.as_str()).collect();
    codes.sort_unstable();
    let by_first = codes.chunk_by(|one, next| one[..1] == next[..1]);
    let words = by_first.map(|codes| {
        let seconds: String = codes.iter().map(|code| &code[1..]).collect();
        [&codes[0][..1], &seconds].concat()
    });
    let list = words.collect::<Vec<_>>().join(" ");
    let line = format!("const REGIONS = \"{list}\";\n");
    let module = include_str!("../../www/regions.js");
    assert!(module.contains(&line), "www/regions.js should have this line:\n{line}");
}
