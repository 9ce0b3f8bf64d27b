//! The site as it is built: all links lead somewhere, and it can be searched.

use std::fs;
use std::path::{Path, PathBuf};

use lead_phone_docs::{book, links, paths};

/// Builds the site into a folder of this test's own.
fn site(name: &str) -> anyhow::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    book::build(&folder)?;
    Ok(folder)
}

#[test]
fn every_link_of_the_site_leads_somewhere_and_a_broken_one_is_found() -> anyhow::Result<()> {
    let site = site("links")?;
    assert_eq!(links::faults(&site)?, Vec::<String>::new());
    let page = site.join("start.html");
    let broken = "<a href='#gone'></a><a href='gone.html'></a><a href='../src/lib.rs'></a>
        <a href='../www/gone.css'></a><img src='gone.svg'><a href='http://yew.rs'></a>
        <a href='/playground/'></a><a href='https://yew.rs'></a><a href='../www/demo/themes/'></a>";
    fs::write(&page, fs::read_to_string(&page)? + broken)?;
    let faults = links::faults(&site)?;
    assert_eq!(faults.len(), 6, "{faults:#?}");
    Ok(())
}

#[test]
fn each_page_begins_with_a_title_and_is_found_by_search() -> anyhow::Result<()> {
    let site = site("search")?;
    let is_index = |path: &PathBuf| path.display().to_string().contains("searchindex");
    let index = paths::files(&site, ".js")?.into_iter().find(is_index);
    let index = fs::read_to_string(index.ok_or_else(|| anyhow::anyhow!("there is no index"))?)?;
    for file in paths::files(&paths::pages(), ".md")? {
        let text = paths::read(&file)?;
        let title = text.lines().next().and_then(|line| line.strip_prefix("# "));
        let title = title.ok_or_else(|| anyhow::anyhow!("{} has no title", paths::shown(&file)))?;
        let is_summary = file.ends_with("SUMMARY.md");
        assert!(is_summary || index.contains(title.trim_matches('`')), "{title} is not found");
    }
    Ok(())
}
