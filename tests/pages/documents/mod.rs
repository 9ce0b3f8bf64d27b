//! The listings of README.md and of the documents: each is taken out of its page and run, or is read by
//! the compiler or interpreter of its language. Only the origins of the CDN and of the CRM are replaced.

mod listings;
mod pages;
mod programs;
mod saving;

use listings::Listing;

use crate::harness::Result;

/// What happens to the listings of each language.
const LANGUAGES: [(&str, &str); 15] = [
    ("html", "`pages` opens it in a browser"),
    ("css", "`pages` has a browser read it"),
    ("js", "`pages` runs it beside a form, or `programs` reads it or runs it in Node"),
    ("jsx", "`programs` compiles it"),
    ("ts", "`programs` compiles it"),
    ("vue", "`programs` compiles it"),
    ("svelte", "`programs` compiles it"),
    ("rust", "it is a file of a host"),
    ("toml", "it is in a file of a host"),
    ("nginx", "it is in a file of a host"),
    ("sh", "`programs` has a shell read it"),
    ("python", "`programs` runs it where Python is installed"),
    ("php", "`programs` has PHP read it where that is installed"),
    ("ruby", "`programs` has Ruby read it where that is installed"),
    ("text", "it is none of these, or has values that the reader has to fill in"),
];

#[test]
fn each_listing_is_in_a_language_that_is_tested() -> Result {
    let listings = listings::all()?;
    assert!(listings.len() > 40, "{}", listings.len());
    for listing in &listings {
        let is_known = LANGUAGES.iter().any(|(language, _)| *language == listing.language);
        assert!(is_known, "{}: {:?}", listing.place, listing.language);
    }
    for (language, _) in LANGUAGES {
        let is_used = listings.iter().any(|listing| listing.language == language);
        assert!(is_used, "there is no listing in {language}");
    }
    Ok(())
}

/// `hosts` runs the hosts themselves.
#[test]
fn the_components_are_those_of_the_hosts() -> Result {
    let listings = listings::all()?;
    for (language, file) in [
        ("jsx", include_str!("../../../www/hosts/react/LeadPhone.jsx")),
        ("vue", include_str!("../../../www/hosts/vue/LeadPhone.vue")),
        ("svelte", include_str!("../../../www/hosts/svelte/LeadPhone.svelte")),
        ("rust", include_str!("../../../www/hosts/yew/src/lead_phone.rs")),
        ("ts", include_str!("../../../www/hosts/angular/lead-phone.ts")),
    ] {
        let is_it = |listing: &&Listing| listing.language == language;
        let found = listings.iter().filter(is_it).any(|listing| listing.text == file.trim_end());
        assert!(found, "in {language} it is another");
    }
    Ok(())
}

/// Each line of a listing is in a file of a host, but for the path of the crate.
#[test]
fn the_configurations_are_those_of_the_hosts() -> Result {
    for (language, file) in [
        ("nginx", include_str!("../../../www/hosts/nginx/widget.conf")),
        ("toml", include_str!("../../../www/hosts/yew/Cargo.toml")),
    ] {
        for listing in listings::of(language)? {
            let text = listing.text.replace("\"../lead-phone-form\"", "\"../../..\"");
            for line in text.lines() {
                assert!(file.contains(line), "{}: {line}", listing.place);
            }
        }
    }
    Ok(())
}
