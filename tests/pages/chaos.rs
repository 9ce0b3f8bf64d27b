//! A page that does random things to its forms, and an API with random answers: the events that
//! the page heard agree with the requests that the API got.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::server::phone;
use crate::harness::{Result, Server, Stage, until};

const FORMS: u64 = 12;

/// The page goes on until it has tried this many saves, however slow the machine is.
const LEAST: usize = 100;

/// Moves and removes forms, types and saves for some seconds, at random from a seed. Every save
/// has its own number, and each form that updates has its own phone.
const CHAOS: &str = r#"
    const [seed, forms, api, seconds, least] = arguments;
    let state = seed;
    const random = (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const move = (place, form) => form.isConnected && place.moveBefore
      ? place.moveBefore(form, null) : place.append(form);
    const turn = (time) => new Promise((resolve) => setTimeout(resolve, time));
    window.submits = [];
    document.addEventListener("lead-phone-submit", (event) => submits.push(event.detail));
    return (async () => {
      const places = [document.createElement("div"), document.createElement("div")];
      document.body.append(...places);
      let next = 0;
      const made = [];
      for (let lead = 1; lead <= forms; lead++) {
        const form = document.createElement("lead-phone-form");
        form.leadId = lead;
        form.baseUrl = api;
        form.timeout = 400;
        form.token = lead % 3 ? "token-" + lead : async () => "token-" + lead;
        if (lead % 2) {
          form.phone = { id: 1000 + lead, number: "+15142220000" };
        }
        made.push(form);
        places[0].append(form);
      }
      const until = performance.now() + seconds * 1000;
      while (performance.now() < until || submits.length <= least) {
        const form = made[random(made.length)];
        const number = form.shadowRoot?.getElementById("number");
        switch (random(9)) {
          case 0: form.remove(); break;
          case 1: case 2: places[random(2)].append(form); break;
          case 3: form.disabled = !random(4); break;
          case 4: move(places[1], form); break;
          case 5: form.timeout = [400, "x", 401][random(3)]; break;
          default:
            form.disabled = false;
            form.timeout = 400;
            if (number) {
              number.value = "+1514" + String(2220001 + next++);
              number.dispatchEvent(new Event("input", { bubbles: true }));
              form.requestSubmit();
            }
        }
        await turn(random(12));
      }
      // Retries that wait end by themselves; disabled forms have ended theirs.
      for (const form of made) {
        form.disabled = false;
        places[0].append(form);
      }
    })();
"#;

#[tokio::test(flavor = "multi_thread")]
async fn the_servers_story_and_the_pages_agree() -> Result {
    let seed: u32 = 20_261_124;
    // The requests that the API carried out: for each number, the path and the count.
    let done: Arc<Mutex<BTreeMap<String, (String, u32)>>> = Arc::default();
    let (log, draw) = (Arc::clone(&done), Mutex::new(seed));
    let api = Server::api(move |request| {
        let drawn = {
            let mut draw = draw.lock().expect("a number");
            *draw = draw.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *draw >> 24
        };
        let body: Value = serde_json::from_str(&request.body).unwrap_or_default();
        let number = body["number"].as_str().unwrap_or_default().to_owned();
        let carry_out = || {
            let mut log = log.lock().expect("a log");
            let entry = log.entry(number.clone()).or_insert((request.path.clone(), 0));
            entry.1 += 1;
        };
        match drawn % 10 {
            0 => (503, json!({"message": "Down."})),
            1 => (429, json!({"message": "Too many."})),
            2 => (403, json!({"message": "Duplicate phone."})),
            3 => (422, json!({"errors": {"number": ["No."]}})),
            4 => {
                carry_out();
                (500, json!("<html>"))
            }
            5 => {
                carry_out();
                std::thread::sleep(Duration::from_millis(600));
                (201, phone(request, 7))
            }
            _ => {
                carry_out();
                (201, phone(request, 7))
            }
        }
    })
    .await?;
    let stage = Stage::open(Server::widget().await?, api, "{script}").await?;
    until("the element is defined", async || {
        stage.run("return !!customElements.get('lead-phone-form')", vec![]).await
    })
    .await?;
    stage.set_script_timeout(Duration::from_secs(120)).await?;
    stage
        .run::<Value>(
            CHAOS,
            vec![json!(seed), json!(FORMS), json!(stage.api.origin), json!(12), json!(LEAST)],
        )
        .await?;
    // Every submit ends in one event: created, updated, or an error of the save.
    let count = "const ends = heard.filter((event) => event[0] === 'created'
          || event[0] === 'updated' || (event[0] === 'error' && event[2].operation));
        return [submits.length, ends.length]";
    until("every submit has ended", async || {
        let (submits, ends): (usize, usize) = stage.run(count, vec![]).await?;
        Ok(submits == ends)
    })
    .await?;
    stage.threw_nothing().await?;
    let submits: Vec<Value> = stage.run("return submits", vec![]).await?;
    let told = [stage.heard("created").await?, stage.heard("updated").await?].concat();
    let errors = stage.heard("error").await?;
    let late = errors.iter().filter(|error| error["kind"] == "timeout").count();
    assert!(submits.len() > LEAST, "only {} submits", submits.len());

    let done = done.lock().expect("a log").clone();
    let mut sent: BTreeMap<String, usize> = BTreeMap::new();
    for request in stage.api.requests() {
        let body: Value = serde_json::from_str(&request.body)?;
        let lead = match body["lead_id"].as_u64() {
            Some(lead) => lead,
            None => request.path.rsplit('/').next().unwrap_or_default().parse::<u64>()? - 1000,
        };
        assert_eq!(request.header("authorization"), format!("Bearer token-{lead}"));
        *sent.entry(body["number"].to_string()).or_default() += 1;
    }
    let mut never = 0;
    for submit in &submits {
        let times = sent.get(&submit["body"]["number"].to_string()).copied().unwrap_or_default();
        // An update has up to three attempts.
        let most = if submit["operation"] == "create" { 1 } else { 3 };
        assert!(times <= most, "{times} times {submit}");
        never += usize::from(times == 0);
    }
    // On a slow machine the timeout may come before the preflight is answered.
    assert!(never <= late, "{never} were not sent, but only {late} had no time");
    // Every phone that the page heard of was saved, and a new one only once.
    for phone in &told {
        let number = phone["number"].as_str().unwrap_or_default();
        let (path, times) = done.get(number).ok_or_else(|| format!("{number} was not saved"))?;
        assert!(path.starts_with("/lead-phones"));
        assert!(!phone["lead_id"].is_u64() || *times == 1, "{number} {times} times");
    }
    let saves_told = told.len();
    println!(
        "{} submits, {} requests, {saves_told} saves told",
        submits.len(),
        stage.api.requests().len()
    );
    stage.close().await
}
