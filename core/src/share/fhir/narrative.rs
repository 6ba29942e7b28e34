//! What a person reads of a resource (<https://hl7.org/fhir/R4/narrative.html>): XHTML of the few elements that are allowed.

use maud::{Markup, html};
use serde_json::{Value, json};

use crate::share::page::{Block, Page, Said, Words};

const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A part of the page.
pub fn of_block(page: &Page, block: &Block) -> Value {
    let language = page.language.tag;
    additional(html! {
        div xmlns=(XHTML) {
            // A narrative has to say something: where there is only a title, that.
            @if block.lines.is_empty() { (words(&block.heading, language, page.language.right_to_left)) }
            @for entry in &block.lines {
                @if let Some(label) = &entry.label { p { (label.both()) ":" } }
                (words(&entry.words, language, page.language.right_to_left))
            }
        }
    })
}

/// One sentence of ours.
pub fn of_text(text: &str) -> Value {
    additional(html! { div xmlns=(XHTML) { p { (text) } } })
}

/// Sentences of ours.
pub fn of_said(said: &[Said]) -> Value {
    additional(html! { div xmlns=(XHTML) { @for one in said { p { (one.both()) } } } })
}

/// There is more in it than in the fields.
fn additional(div: Markup) -> Value {
    json!({ "status": "additional", "div": div.into_string() })
}

fn words(words: &Words, language: &str, right_to_left: bool) -> Markup {
    let dir = if right_to_left { "rtl" } else { "ltr" };
    match words {
        Words::Hers(text) => html! {
            @for line in text.lines().filter(|line| !line.trim().is_empty()) {
                p lang=(language) dir=(dir) { (line) }
            }
        },
        Words::Said(said) => html! { p { (said.both()) } },
    }
}
