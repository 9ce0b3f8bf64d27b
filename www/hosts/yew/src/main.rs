//! A portal in Yew: a list of leads that changes its order.

mod lead_phone;

use gloo_net::http::Request;
use lead_phone::LeadPhone;
use lead_phone_form::component::TokenSource;
use wasm_bindgen::JsValue;
use yew::{AttrValue, Callback, Html, Properties, component, html, use_memo, use_state};

async fn token() -> Result<String, gloo_net::Error> {
    Request::get("/crm-token").send().await?.text().await
}

#[derive(PartialEq, Properties)]
struct PortalProperties {
    /// Where the API is.
    api: AttrValue,
}

#[component]
fn Portal(properties: &PortalProperties) -> Html {
    let leads = use_state(|| vec![3387562, 3387611, 3387625]);
    let is_open = use_state(|| true);
    let token = use_memo((), |()| {
        TokenSource::function(|_| async {
            token().await.map_err(|error| JsValue::from(error.to_string()))
        })
    });
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_| is_open.set(!*is_open))
    };
    let next = {
        let leads = leads.clone();
        Callback::from(move |_| {
            let mut changed = (*leads).clone();
            changed.rotate_left(1);
            leads.set(changed);
        })
    };
    html! {
        <>
            <button onclick={toggle}>{ if *is_open { "Close" } else { "Open" } }</button>
            <button onclick={next}>{ "Next lead" }</button>
            if *is_open {
                <ul>
                    { for leads.iter().map(|lead| html! {
                        <li key={*lead}>
                            <LeadPhone lead={*lead} api={&properties.api} token={(*token).clone()} />
                        </li>
                    }) }
                </ul>
            }
        </>
    }
}

fn main() {
    // The page says it.
    let api = gloo_utils::body().get_attribute("data-api").unwrap_or_default();
    yew::Renderer::<Portal>::with_props(PortalProperties { api: api.into() }).render();
}
