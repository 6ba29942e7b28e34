//! A page as plain text: for a form on the web, a reply link, or to write out by hand; and line by line, to read it out.

use super::page::{Block, Entry, Page, Said, Words};

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
    let opening = page.opening.iter().map(both).collect::<Vec<_>>().join(" ");
    let first = page.first.iter().map(both).chain([opening]).map(plain);
    let last = page.written.iter().map(both).chain([both(&page.about_choices)]).map(plain);
    first.chain(page.blocks.iter().map(paragraph)).chain(last).collect()
}

/// Her lines, one at a time: each stands by itself.
pub fn aloud(page: &Page) -> Vec<String> {
    let lines = |block: &Block| -> Vec<String> {
        let heading = words(&block.heading);
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
    let heading = words(&block.heading);
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
    let words = words(&entry.words);
    match &entry.label {
        Some(label @ Said { english: Some(_), .. }) => format!("{}: {}", both(label), apart(&words)),
        Some(label) => format!("{}: {words}", label.here),
        None => words,
    }
}

fn words(words: &Words) -> String {
    match words {
        Words::Hers(text) => text.clone(),
        Words::Said(said) => both(said),
    }
}

/// Both languages, English first; hers in a direction of its own, or a number beside it would be turned round.
fn both(said: &Said) -> String {
    match &said.english {
        Some(english) => format!("{english} / {}", apart(&said.here)),
        None => said.here.clone(),
    }
}

/// Words that run in their own direction, whatever stands beside them (Unicode Standard Annex 9, 2.3: isolates).
fn apart(words: &str) -> String {
    format!("\u{2068}{words}\u{2069}")
}

/// How many words someone reads of the page: what white space parts, if it has a letter or a digit. What is there in two
/// languages is read in one.
pub fn count_words(page: &Page) -> usize {
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    text(&page.in_one_language()).split_whitespace().filter(is_word).count()
}
