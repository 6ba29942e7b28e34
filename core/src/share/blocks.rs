//! The parts of a page: what the card, a plan or a note says, as lines.

use super::inert::inert;
use super::page::{Block, Entry, Said, Words as Whose};
use crate::card::fields::{About, Answer, Card, Filing, Reach};
use crate::card::phrase::Line;
use crate::consent::what::{Part, Section};
use crate::id::NoteId;
use crate::visits::plan::Plan;
use crate::words::{Key, Pack, Words, key};

/// The words of her notebook, and English beside them where they are another language.
pub struct Tongues<'a> {
    /// In her language.
    pub here: &'a Words,
    english: Option<Words>,
}

impl<'a> Tongues<'a> {
    pub fn of(here: &'a Words) -> Self {
        let is_english = here.language().tag == "en";
        Self { here, english: (!is_english).then(|| Words::new(Pack::Full, "en")) }
    }

    /// What `say` makes of the words, in each language.
    pub fn each(&self, say: impl Fn(&Words) -> String) -> Said {
        Said { here: say(self.here), english: self.english.as_ref().map(say) }
    }

    pub fn say(&self, key: Key) -> Said {
        self.each(|words| words.say(key))
    }

    /// A picked phrase; none that this version does not know.
    fn phrase(&self, name: &str) -> Option<Said> {
        self.here.named(name, &[])?;
        Some(self.each(|words| words.named(name, &[]).unwrap_or_default()))
    }

    fn block(&self, part: Part, heading: Key, lines: Vec<Entry>) -> Option<Block> {
        let heading = Whose::Said(self.say(heading));
        (!lines.is_empty()).then_some(Block { part, heading, lines })
    }

    fn labelled(&self, label: Key, words: Whose) -> Entry {
        Entry { label: Some(self.say(label)), words }
    }

    /// Her words under a label; none if there are none.
    fn field(&self, label: Key, text: &str) -> Option<Entry> {
        let text = inert(text);
        (!text.trim().is_empty()).then(|| self.labelled(label, Whose::Hers(text)))
    }
}

/// Her words as a line; none if nothing of them can be seen.
fn hers(text: &str) -> Option<Entry> {
    let text = inert(text);
    (!text.trim().is_empty()).then(|| plain(Whose::Hers(text)))
}

fn plain(words: Whose) -> Entry {
    Entry { label: None, words }
}

/// A part of the card: nothing if nothing stands there, and two blocks for what they should do and should not.
pub fn card_blocks(tongues: &Tongues<'_>, card: &Card, part: Part) -> Vec<Block> {
    let Part::Section(section) = part else { return own_block(card, part).into_iter().collect() };
    let (heading, lines) = match section {
        Section::Wants => (key::SHOWN_WANTS, lines(tongues, &card.wants)),
        Section::Please => return please_blocks(tongues, card, part),
        Section::Reach => (key::SHOWN_REACH, reach(tongues, &card.reach)),
        Section::Medicines => (key::SHOWN_MEDICINES, medicines(tongues, card)),
        Section::Filing => (key::SHOWN_FILING, filing(tongues, card.filing)),
        Section::About => (key::SHOWN_ABOUT, about(tongues, &card.about)),
        Section::Reception => (key::SHOWN_RECEPTION, lines(tongues, &card.reception)),
    };
    tongues.block(part, heading, lines).into_iter().collect()
}

fn own_block(card: &Card, part: Part) -> Option<Block> {
    let section = card.sections.iter().find(|section| Part::Own(section.id) == part)?;
    let (title, lines) = (inert(&section.title), hers(&section.text).into_iter().collect::<Vec<_>>());
    let is_seen = !title.trim().is_empty() || !lines.is_empty();
    is_seen.then_some(Block { part, heading: Whose::Hers(title), lines })
}

fn lines(tongues: &Tongues<'_>, list: &[Line]) -> Vec<Entry> {
    let words = |line: &Line| match line {
        Line::Own(text) => hers(text),
        Line::Picked { pick } => tongues.phrase(pick).map(Whose::Said).map(plain),
    };
    list.iter().filter_map(words).collect()
}

fn please_blocks(tongues: &Tongues<'_>, card: &Card, part: Part) -> Vec<Block> {
    let dos = tongues.block(part, key::SHOWN_DO, lines(tongues, &card.please));
    let donts = tongues.block(part, key::SHOWN_DO_NOT, lines(tongues, &card.please_not));
    [dos, donts].into_iter().flatten().collect()
}

fn reach(tongues: &Tongues<'_>, reach: &Reach) -> Vec<Entry> {
    let answer = |label: Key, answer: Answer| {
        let said = match answer {
            Answer::NotSaid => return None,
            Answer::Yes => key::SHOWN_YES,
            Answer::No => key::SHOWN_NO,
        };
        Some(tongues.labelled(label, Whose::Said(tongues.say(said))))
    };
    let lines = [
        tongues.field(key::SHOWN_NUMBER, &reach.number),
        tongues.field(key::SHOWN_WHEN, &reach.when),
        answer(key::SHOWN_VOICEMAIL, reach.voicemail),
        answer(key::SHOWN_TEXTS, reach.texts),
        answer(key::SHOWN_LETTERS, reach.letters),
        tongues.field(key::SHOWN_PICKS_UP, &reach.who_answers),
        tongues.field(key::SHOWN_NOT_TOLD, &reach.not_told),
    ];
    lines.into_iter().flatten().collect()
}

fn medicines(tongues: &Tongues<'_>, card: &Card) -> Vec<Entry> {
    let medicines = tongues.field(key::SHOWN_TAKES, &card.medicines);
    let allergies = tongues.field(key::SHOWN_ALLERGIES, &card.allergies);
    [medicines, allergies].into_iter().flatten().collect()
}

fn filing(tongues: &Tongues<'_>, filing: Filing) -> Vec<Entry> {
    let said = match filing {
        Filing::NotSaid => return Vec::new(),
        Filing::Yes => key::SHOWN_YES,
        Filing::AskMe => key::SHOWN_ASK_FIRST,
        Filing::No => key::SHOWN_NO,
    };
    vec![plain(Whose::Said(tongues.say(said)))]
}

fn about(tongues: &Tongues<'_>, about: &About) -> Vec<Entry> {
    let lines = [
        tongues.field(key::SHOWN_NAME, &about.name),
        tongues.field(key::SHOWN_BORN, &about.born),
        tongues.field(key::SHOWN_NHS, &about.nhs_number),
    ];
    lines.into_iter().flatten().collect()
}

/// What she wants to say at a date, what helps her there, and what not to ask about. On the short form only what she
/// wants to say.
pub fn plan_block(tongues: &Tongues<'_>, part: Part, plan: &Plan, is_short: bool) -> Option<Block> {
    let mut lines: Vec<Entry> = plan.say.iter().filter_map(|text| hers(text)).collect();
    if !is_short {
        let helps = plan.helps.iter().filter_map(|text| tongues.field(key::SHOWN_HELPS, text));
        lines.extend(helps);
        lines.extend(tongues.field(key::SHOWN_NOT_ASK, &plan.not_ask));
    }
    tongues.block(part, key::SHOWN_PLAN, lines)
}

/// A note, under its title, or under a plain word.
pub fn note_block(tongues: &Tongues<'_>, id: NoteId, title: Option<&str>, text: &str) -> Block {
    let heading = match title {
        Some(title) => Whose::Hers(inert(title)),
        None => Whose::Said(tongues.say(key::SHOWN_NOTE)),
    };
    Block { part: Part::Note(id), heading, lines: hers(text.trim()).into_iter().collect() }
}
