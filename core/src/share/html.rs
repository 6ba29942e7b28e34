//! A page as one HTML file that needs nothing else: no script, nothing fetched, black on white on A4 paper, readable by a
//! screen reader. Her words are marked as hers and with their language; whatever stands in them is text, never markup.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::page::{Block, Entry, Page, Said, Words};

/// Nothing may be fetched, run or sent, even by a mistake of ours.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Plain letters, at most sixty characters a line, hers beside a thin rule; the same on paper.
const STYLE: &str = "
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #000; font: 1.125rem/1.5 sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 1.5rem 0 .5rem; break-after: avoid; }
p, ul { margin: .5rem 0; }
ul { padding-inline-start: 1.25rem; }
.first { border: 2px solid #000; padding: .75rem; font-weight: bold; white-space: pre-wrap; overflow-wrap: anywhere; }
section { break-inside: avoid; }
li { overflow-wrap: anywhere; }
footer { border-block-start: 1px solid #000; margin-block-start: 1.5rem; padding-block-start: .5rem; }
.hers { white-space: pre-wrap; overflow-wrap: anywhere; }
p.hers { unicode-bidi: plaintext; }
p.hers { border-inline-start: 2px solid #000; padding-inline-start: .75rem; }
@page { size: A4; margin: 18mm; }
@media print { body { font-size: 12pt; } main { max-width: none; padding: 0; } }
";

/// The whole file.
pub fn page(page: &Page, title: &Said) -> String {
    let paper = Paper { page };
    let markup = html! {
        (DOCTYPE)
        html lang=(paper.lang()) dir=(paper.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                title { (title.english.as_ref().unwrap_or(&title.here)) }
                style { (PreEscaped(STYLE)) }
            }
            body { main { (paper.inside(title)) } }
        }
    };
    markup.into_string() + "\n"
}

/// Her words begin at the side that their letters say; ours at that of the page.
fn side(words: &Words) -> Option<&'static str> {
    matches!(words, Words::Hers(_)).then_some("auto")
}

fn side_of(entry: &Entry) -> Option<&'static str> {
    if entry.label.is_some() { None } else { side(&entry.words) }
}

struct Paper<'a> {
    page: &'a Page,
}

impl Paper<'_> {
    /// The page is English for whoever reads it in a surgery; where her language is another, that is marked.
    fn lang(&self) -> &'static str {
        if self.is_bilingual() { "en" } else { self.page.language.tag }
    }

    fn dir(&self) -> &'static str {
        if !self.is_bilingual() && self.page.language.right_to_left { "rtl" } else { "ltr" }
    }

    fn is_bilingual(&self) -> bool {
        self.page.opening.iter().any(|said| said.english.is_some())
    }

    fn inside(&self, title: &Said) -> Markup {
        html! {
            h1 { (self.said(title)) }
            @if let Some(first) = &self.page.first { p.first dir="auto" { (self.said(first)) } }
            @for said in &self.page.opening { p { (self.said(said)) } }
            @for block in &self.page.blocks { (self.block(block)) }
            footer {
                @if let Some(written) = &self.page.written { p { (self.said(written)) } }
                p { (self.said(&self.page.about_choices)) }
            }
        }
    }

    fn block(&self, block: &Block) -> Markup {
        html! {
            section {
                h2 dir=[side(&block.heading)] { (self.words(&block.heading)) }
                @if let [Entry { label: None, words }] = block.lines.as_slice() {
                    (self.paragraph(words))
                } @else {
                    ul { @for entry in &block.lines { li dir=[side_of(entry)] { (self.entry(entry)) } } }
                }
            }
        }
    }

    fn entry(&self, entry: &Entry) -> Markup {
        html! {
            @if let Some(label) = &entry.label { (self.said(label)) ": " }
            (self.words(&entry.words))
        }
    }

    fn paragraph(&self, words: &Words) -> Markup {
        match words {
            Words::Hers(text) => html! { p.hers lang=(self.page.language.tag) dir="auto" { (text) } },
            Words::Said(said) => html! { p { (self.said(said)) } },
        }
    }

    fn words(&self, words: &Words) -> Markup {
        match words {
            Words::Hers(text) => html! { bdi.hers lang=(self.page.language.tag) { (text) } },
            Words::Said(said) => self.said(said),
        }
    }

    /// English, then her language.
    fn said(&self, said: &Said) -> Markup {
        match &said.english {
            Some(english) => html! { (english) " / " bdi lang=(self.page.language.tag) { (said.here) } },
            None => html! { (said.here) },
        }
    }
}
