use lead_phone_form::component::{FormError, LeadPhoneForm, Phone, TokenSource};
use yew::{AttrValue, Callback, Html, Properties, component, html, use_callback, use_state};

#[derive(PartialEq, Properties)]
pub struct LeadPhoneProperties {
    pub lead: u64,
    pub api: AttrValue,
    pub token: TokenSource,
}

#[component]
pub fn LeadPhone(properties: &LeadPhoneProperties) -> Html {
    let phone = use_state(|| None::<Phone>);
    let error = use_state(String::new);
    let show = use_callback((), {
        let (phone, error) = (phone.setter(), error.setter());
        move |saved: Option<Phone>, ()| {
            phone.set(saved);
            error.set(String::new());
        }
    });
    let onsaved = show.reform(Some);
    let onerror = {
        let error = error.setter();
        Callback::from(move |failure: FormError| error.set(failure.message))
    };
    let summary = phone.as_ref().map(|phone| {
        let extension = Some(&phone.extension).filter(|extension| !extension.is_empty());
        [phone.number.as_ref(), extension].into_iter().flatten().cloned().collect::<Vec<_>>()
    });
    html! {
        <>
            <LeadPhoneForm
                lead_id={properties.lead}
                base_url={&properties.api}
                token={properties.token.clone()}
                phone={(*phone).clone()}
                oncreated={&onsaved}
                onupdated={&onsaved}
                {onerror}
            >
                { "Loading…" }
            </LeadPhoneForm>
            <output>{ summary.unwrap_or_default().join(" x ") }</output>
            <p role="alert">{ (*error).clone() }</p>
            <button onclick={show.reform(|_| None)}>{ "Another phone" }</button>
        </>
    }
}
