//! A page as plain text: for a form on the web, a reply link, or to write out by hand; and line by line, to read it out.

use super::page::{Block, Entry, Page, Said};

/// A paragraph of the page: its heading, which may be empty, and what follows right behind it.
#[derive(Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What a screen may set apart.
    pub heading: String,
    /// The rest, with the line ends and marks that part it from the heading.
    pub rest: String,
}

/// The whole page.
pub fn text(page: &Page) -> String {
    let paragraphs = paragraphs(page).into_iter().map(|one| one.heading + &one.rest);
    paragraphs.collect::<Vec<String>>().join("\n\n") + "\n"
}

/// The whole page, a paragraph each.
pub fn paragraphs(page: &Page) -> Vec<Paragraph> {
    let plain = |rest: String| Paragraph { heading: String::new(), rest };
    let opening = page.opening.iter().map(Said::both).collect::<Vec<_>>().join(" ");
    let first = page.first.iter().map(Said::both).chain([opening]).map(plain);
    let last = page.written.iter().map(Said::both).chain([page.about_choices.both()]).map(plain);
    first.chain(page.blocks.iter().map(paragraph)).chain(last).collect()
}

/// Her lines, one at a time: each stands by itself.
pub fn aloud(page: &Page) -> Vec<String> {
    let lines = |block: &Block| -> Vec<String> {
        let heading = block.heading.text();
        let all = block
            .lines
            .iter()
            .flat_map(|entry| entry_text(entry).lines().map(str::to_owned).collect::<Vec<_>>());
        std::iter::once(heading).chain(all).filter(|line| !line.trim().is_empty()).collect()
    };
    page.blocks.iter().flat_map(lines).collect()
}

/// The words of one part.
pub fn block(block: &Block) -> String {
    let paragraph = paragraph(block);
    paragraph.heading + &paragraph.rest
}

fn paragraph(block: &Block) -> Paragraph {
    let heading = block.heading.text();
    let lines: Vec<String> = block.lines.iter().map(entry_text).collect();
    if let [one] = lines.as_slice()
        && !one.contains('\n')
        && block.lines.iter().all(|entry| entry.label.is_none())
    {
        return Paragraph { heading, rest: format!(": {one}") };
    }
    let items = lines.iter().map(|line| format!("\n- {}", line.replace('\n', "\n  ")));
    Paragraph { heading, rest: items.collect() }
}

fn entry_text(entry: &Entry) -> String {
    let words = entry.words.text();
    match &entry.label {
        Some(label) => format!("{}: {words}", label.both()),
        None => words,
    }
}

/// How many words the page has as text: what white space parts, if it has a letter or a digit.
pub fn count_words(page: &Page) -> usize {
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    text(page).split_whitespace().filter(is_word).count()
}
