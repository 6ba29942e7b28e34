//! Cards of every kind: with almost nothing, with one part each, whole, as large as they may be, from right to left, and with
//! text that looks like markup.

use fernbook_core::card::fields::{About, Answer, Card, Filing, OwnSection, Reach};
use fernbook_core::card::kept::{LONGEST_LINE, LONGEST_TEXT, MOST_OF_A_LIST};
use fernbook_core::card::phrase::{Line, List};
use fernbook_core::id::SectionId;

/// Text that a careless page would run, fetch, or break on.
pub const MARKUP: &str = "<script>document.title='ran'</script><img src=http://127.0.0.1:9/x onerror=\"document.title='ran'\"> \
    &amp; &lt; &#60; ]]> <![CDATA[x]]> </div></body> \u{202e}turned\u{2066} 'a' \"b\" {{ c }} <!-- d";
/// Arabic and Hebrew, with a number and Latin letters in them.
pub const ARABIC: &str = "أحتاج إلى المساعدة في النوم 07700 900123 שלום GP";

/// All of them.
pub fn all() -> Vec<Card> {
    let wants = Card { wants: vec![own("A letter")], ..Card::default() };
    let medicines = Card { medicines: "One white tablet".into(), ..Card::default() };
    let allergies = Card { allergies: "Penicillin".into(), ..Card::default() };
    let about = Card { about: about("Sam"), ..Card::default() };
    let reception = Card { reception: picked(List::Reception, 3), ..Card::default() };
    // A number comes before it in lists.
    let long = "word ".repeat((LONGEST_LINE - 4) / 5);
    let longest = "A line of some words.\n".repeat(LONGEST_TEXT / 22);
    vec![
        Card::default(),
        wants,
        medicines,
        allergies,
        about,
        reception,
        whole("Please", "Two lines\n\nand a gap"),
        whole(MARKUP, MARKUP),
        whole(ARABIC, ARABIC),
        whole(long.trim(), longest.trim()),
    ]
}

fn own(text: &str) -> Line {
    Line::Own(text.to_owned())
}

fn picked(list: List, most: usize) -> Vec<Line> {
    list.phrases().iter().take(most).map(|phrase| Line::Picked { pick: phrase.name().to_owned() }).collect()
}

fn about(text: &str) -> About {
    About { name: text.to_owned(), born: text.to_owned(), nhs_number: text.to_owned() }
}

/// Every part of it filled, each list to its end where the line is a long one.
fn whole(line: &str, text: &str) -> Card {
    let most = if line.len() > 100 && line.starts_with("word") { MOST_OF_A_LIST } else { 4 };
    let numbered = |number: usize| own(&format!("{number} {line}"));
    let list = |list: List| -> Vec<Line> {
        picked(list, 3).into_iter().chain((0..most).map(numbered)).take(most).collect()
    };
    Card {
        wants: list(List::Wants).into_iter().rev().take(3).collect(),
        please: list(List::Please),
        please_not: list(List::PleaseNot),
        reach: Reach {
            number: "07700 900123".into(),
            when: line.to_owned(),
            voicemail: Answer::No,
            texts: Answer::Yes,
            letters: Answer::NotSaid,
            who_answers: line.to_owned(),
            not_told: line.to_owned(),
        },
        medicines: text.to_owned(),
        allergies: text.to_owned(),
        filing: Filing::AskMe,
        about: about(line),
        reception: list(List::Reception),
        sections: (0..most).map(|number| section(number, line, text)).collect(),
    }
}

fn section(number: usize, title: &str, text: &str) -> OwnSection {
    let digit = u8::try_from(number).unwrap_or_default();
    OwnSection { id: SectionId([digit + 1; 16]), title: title.to_owned(), text: text.to_owned() }
}
