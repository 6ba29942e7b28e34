use proptest::prelude::*;
use rusqlite::Connection;

use super::compose::MOST_WORDS;
use super::prepare::{self, Prepared};
use super::request::{FirstLine, Piece, Request};
use super::{service, text};
use crate::card::fields::{Answer, Card, OwnSection};
use crate::card::phrase::Line;
use crate::card::store as cards;
use crate::card::tests::whole;
use crate::consent::choice::{Rule, Shows};
use crate::consent::grant::{Form, Way};
use crate::consent::tests::{clinician, notebook, write};
use crate::consent::what::{Part, Section, What};
use crate::consent::{receipt, store as choices};
use crate::crypto::words::Words as Secret;
use crate::error::{Error, Thing};
use crate::id::{NoteId, SectionId, VisitId};
use crate::journal::note::{self, NewNote};
use crate::time::{Moment, Zone};
use crate::visits::plan::Plan;
use crate::visits::store as visits;
use crate::visits::visit::Visit;
use crate::words::{Pack, Words};

pub(crate) const NOW: Moment = Moment(1_795_000_000_000);

pub(crate) fn english() -> Words {
    Words::new(Pack::Full, "en")
}

pub(crate) fn with_card(card: &Card) -> Connection {
    let mut conn = notebook("full");
    write(&mut conn, |tx| cards::put(tx, card, NOW, Zone::UTC)).unwrap();
    conn
}

fn prepared(conn: &Connection, request: &Request) -> Prepared {
    prepare::prepare(conn, &english(), request, NOW).unwrap()
}

fn sent(conn: &Connection, request: &Request) -> String {
    String::from_utf8(prepared(conn, request).output.bytes).unwrap()
}

pub(crate) fn choose(conn: &mut Connection, what: What, shows: Shows) {
    let rule = Rule { person: None, what, shows, until: None };
    write(conn, |tx| choices::set(tx, &rule)).unwrap();
}

pub(crate) fn add_note(conn: &mut Connection, title: &str, text: &str, topics: &[&str]) -> NoteId {
    let topics = topics.iter().map(|&topic| topic.to_owned()).collect();
    let of_text = NewNote::of_text(text.into(), Moment(1), Zone::UTC);
    let new = NewNote { title: Some(title.into()), topics, ..of_text };
    write(conn, |tx| note::add(tx, &new, Moment(1))).unwrap()
}

pub(crate) fn add_plan(conn: &mut Connection) -> VisitId {
    let plan =
        Plan { say: vec!["The dizzy spells".into()], not_ask: "My old street".into(), ..Plan::default() };
    write(conn, |tx| visits::add(tx, &Visit { plan, ..Visit::default() })).unwrap()
}

/// One that fits the short form.
pub(crate) fn brief() -> Card {
    let mut card = whole();
    card.reach.who_answers = String::new();
    card.reach.letters = Answer::NotSaid;
    card.reach.texts = Answer::NotSaid;
    card.please = vec![Line::Picked { pick: "help-door".into() }];
    card.reach.when = String::new();
    card.medicines = "One white tablet".into();
    card
}

#[test]
fn the_short_form_in_its_order() {
    let conn = with_card(&brief());
    let expected = "\
My own words. Please read to yourself, not aloud. You don't have to ask me about it to help. Not a referral, not urgent, not watched by anyone.

Today I want
- Help with sleep
- A letter for work

Please do: The door open

Please don't: Weigh me

How to reach me safely
- Number: 07700 900123
- Voicemail: No
- Don't tell: Anyone at home

Medicine and allergies: as I remember it. Not checked
- I take: One white tablet
- Allergies: Penicillin

May this be filed: Ask me first

Written on Wednesday 18 November 2026.

My choices are about this page, not your record.
";
    let request =
        Request { without: vec![Part::Section(Section::About)], ..Request::new(Way::Text, Form::Short) };
    assert_eq!(sent(&conn, &request), expected);
    assert_eq!(prepared(&conn, &request).words_over(), 0);
}

#[test]
fn a_short_form_of_too_many_words_is_told_and_not_given() {
    let long = Card { allergies: "word ".repeat(MOST_WORDS), ..Card::default() };
    let mut conn = with_card(&long);
    let short = prepared(&conn, &Request::new(Way::Text, Form::Short));
    assert_eq!(short.words_over(), text::count_words(&short.composed.page) - MOST_WORDS);
    let refused = write(&mut conn, |tx| prepare::give(tx, &short, false, NOW, Zone::UTC));
    assert_eq!(refused, Err(Error::TooLarge { what: Thing::Card }));
    let long = prepared(&conn, &Request::new(Way::Text, Form::Long));
    assert!(write(&mut conn, |tx| prepare::give(tx, &long, false, NOW, Zone::UTC)).is_ok());
}

#[test]
fn a_number_is_not_turned_round_beside_another_direction_and_two_languages_count_once() {
    let conn = with_card(&brief());
    let request =
        Request { without: vec![Part::Section(Section::About)], ..Request::new(Way::Text, Form::Short) };
    let in_english = prepared(&conn, &request);
    for language in ["ar-XB", "en-XA"] {
        let words = Words::new(Pack::Full, language);
        let page = prepare::prepare(&conn, &words, &request, NOW).unwrap();
        let text = prepare::page_text(&page);
        let line = text.lines().find(|line| line.contains("07700")).unwrap();
        assert!(
            line.starts_with("- Number / \u{2068}")
                && line.ends_with("\u{2069}: \u{2068}07700 900123\u{2069}")
        );
        assert_eq!(page.words_over(), in_english.words_over());
    }
}

#[test]
fn reception_gets_practical_things_alone() {
    let conn = with_card(&whole());
    let text = sent(&conn, &Request::new(Way::Text, Form::Reception));
    assert!(text.contains("Please don't call my name out") && text.contains("I come ten minutes early"));
    for held in ["sleep", "tablet", "07700", "Penicillin", "Jo", "window"] {
        assert!(!text.contains(held), "{held}");
    }
}

/// Parts that are not on the page: those that her choices hold back, or the others.
fn off_page(prepared: &Prepared, held_back: bool) -> Vec<Part> {
    let off = prepared.composed.offers.iter().filter(|offer| !offer.is_on);
    off.filter(|offer| (offer.decision.shows == Shows::Never) == held_back).map(|offer| offer.part).collect()
}

#[test]
fn what_a_choice_holds_back_is_left_out_and_only_she_is_told() {
    let mut conn = with_card(&whole());
    choose(&mut conn, What::Section(Section::Medicines), Shows::Never);
    choose(&mut conn, What::Section(Section::Filing), Shows::Ask);
    let with = vec![Part::Section(Section::Medicines)];
    let request = Request { with, ..Request::new(Way::Page, Form::Long) };
    let prepared = prepared(&conn, &request);
    let page = String::from_utf8(prepared.output.bytes.clone()).unwrap();
    assert!(!page.contains("tablet") && !page.contains("Penicillin") && !page.contains("Medicine"));
    assert!(!page.contains("May this be filed"), "what she wants to be asked for is not there by itself");
    assert!(!page.contains("943 476"), "nor who she is");
    let held: Vec<Part> = off_page(&prepared, true);
    assert_eq!(held, [Part::Section(Section::Medicines)]);
    let off: Vec<Part> = off_page(&prepared, false);
    assert_eq!(off, [Part::Section(Section::Filing), Part::Section(Section::About)]);
    let asked = Request { with: vec![Part::Section(Section::About)], ..request };
    assert!(sent(&conn, &asked).contains("943 476"));
}

#[test]
fn what_has_ended_is_asked_for_and_what_is_in_the_bin_is_not_shown() {
    let mut conn = with_card(&whole());
    let what = What::Section(Section::Medicines);
    let ended = Rule { person: None, what, shows: Shows::Show, until: Some(NOW) };
    write(&mut conn, |tx| choices::set(tx, &ended)).unwrap();
    assert!(!sent(&conn, &Request::new(Way::Text, Form::Long)).contains("tablet"));
    let note = add_note(&mut conn, "Home", "heron", &[]);
    write(&mut conn, |tx| crate::journal::bin::bin(tx, note, NOW)).unwrap();
    let request = Request { with: vec![Part::Note(note)], ..Request::new(Way::Text, Form::Long) };
    let refused = prepare::prepare(&conn, &english(), &request, NOW).err();
    assert_eq!(refused, Some(Error::NotFound { what: Thing::Note }));
}

#[test]
fn a_choice_for_a_topic_holds_its_notes_back() {
    let mut conn = with_card(&whole());
    let note = add_note(&mut conn, "Home", "heron", &["family"]);
    let request = Request { with: vec![Part::Note(note)], ..Request::new(Way::Text, Form::Long) };
    assert!(sent(&conn, &request).contains("heron"));
    choose(&mut conn, What::topic("Family"), Shows::Never);
    assert!(!sent(&conn, &request).contains("heron"));
}

#[test]
fn a_choice_for_one_person_is_for_that_one() {
    let mut conn = with_card(&whole());
    let any_gp = clinician(&mut conn, "Any GP here", None);
    let doctor = clinician(&mut conn, "Dr Khan", Some(any_gp));
    let other = clinician(&mut conn, "Nurse", None);
    let never = Rule { person: Some(any_gp), what: What::Everything, shows: Shows::Never, until: None };
    write(&mut conn, |tx| choices::set(tx, &never)).unwrap();
    let to = |person| Request { person: Some(person), ..Request::new(Way::Text, Form::Short) };
    assert!(prepared(&conn, &to(doctor)).composed.page.is_empty());
    assert!(!prepared(&conn, &to(other)).composed.page.is_empty());
    let to_nobody = Request::new(Way::Text, Form::Short);
    assert!(prepared(&conn, &to_nobody).composed.page.is_empty(), "it may be any of them");
}

#[test]
fn only_the_chosen_paragraphs_of_a_note_go_and_not_its_title() {
    let mut conn = with_card(&whole());
    let note = add_note(&mut conn, "Zanzibar", "alpha\n\nbravo\n\ncharlie", &[]);
    let with = vec![Part::Note(note)];
    let pieces = vec![Piece { note, paragraphs: vec![2] }];
    let request = Request { with, pieces, ..Request::new(Way::Page, Form::Long) };
    let page = sent(&conn, &request);
    assert!(page.contains("bravo"));
    assert!(!page.contains("alpha") && !page.contains("charlie") && !page.contains("Zanzibar"));
    let beyond = Request { pieces: vec![Piece { note, paragraphs: vec![4] }], ..request };
    let refused = prepare::prepare(&conn, &english(), &beyond, NOW).err();
    assert_eq!(refused, Some(Error::NotFound { what: Thing::Text }));
}

#[test]
fn a_plan_stands_after_what_she_wants_and_shortens_with_the_form() {
    let mut conn = with_card(&whole());
    let visit = add_plan(&mut conn);
    let request = |form| Request { with: vec![Part::Plan(visit)], ..Request::new(Way::Text, form) };
    let short = sent(&conn, &request(Form::Short));
    assert!(short.contains("At this visit: The dizzy spells") && !short.contains("old street"));
    assert!(short.find("A letter for work") < short.find("dizzy"));
    let long = sent(&conn, &request(Form::Long));
    assert!(long.contains("Please don't ask about: My old street"));
    let refused = prepare::prepare(&conn, &english(), &request(Form::Reception), NOW).err();
    assert_eq!(refused, Some(Error::NotUnderstood { what: Thing::Card }), "nothing is left off in silence");
}

#[test]
fn the_first_line_asks_to_hide_it_unless_she_changes_that() {
    let conn = with_card(&whole());
    let with = |first| Request { first, ..Request::new(Way::Page, Form::Short) };
    assert!(sent(&conn, &with(FirstLine::Usual)).contains("Please hide this from my online record."));
    let own = sent(&conn, &with(FirstLine::Own("Keep <this> for Dr Khan".into())));
    assert!(own.contains("Keep &lt;this&gt; for Dr Khan") && !own.contains("online record"));
    assert!(!sent(&conn, &with(FirstLine::Nothing)).contains("online record"));
}

#[test]
fn nothing_on_a_page_can_run_or_fetch_or_turn_letters_round() {
    let hostile = "<script>alert(1)</script>\u{202e}&lt;b&gt;\u{0}\" onload='x' <img src=//e.example>";
    let section = OwnSection { id: SectionId([1; 16]), title: hostile.into(), text: hostile.into() };
    let mut conn =
        with_card(&Card { wants: vec![Line::Own(hostile.into())], sections: vec![section], ..whole() });
    let note = add_note(&mut conn, hostile, hostile, &[]);
    let with = vec![Part::Note(note)];
    let first = FirstLine::Own(hostile.into());
    let request = Request { with, first, ..Request::new(Way::Page, Form::Long) };
    let page = sent(&conn, &request);
    for live in ["<script", "<img", "onload='x' <", "\u{202e}", "\u{0}", "javascript:", "src=\"", "href="] {
        assert!(!page.contains(live), "{live}");
    }
    assert!(page.contains("&lt;script&gt;") && page.contains("&amp;lt;b&amp;gt;"));
    let text = sent(&conn, &Request { way: Way::Text, ..request });
    assert!(!text.contains('\u{202e}') && text.contains("<script>"), "as text it is only text");
}

#[test]
fn her_words_are_read_out_one_line_at_a_time() {
    let conn = with_card(&whole());
    let prepared = prepared(&conn, &Request::new(Way::Aloud, Form::Short));
    let lines = prepared.aloud();
    assert_eq!(
        lines.get(..3),
        Some(&["Today I want", "Help with sleep", "A letter for work"].map(String::from)[..])
    );
    assert_eq!(String::from_utf8(prepared.output.bytes).unwrap(), lines.join("\n") + "\n");
}

#[test]
fn a_receipt_says_what_was_shown_without_words_unless_she_asks() {
    let mut conn = with_card(&brief());
    let without = vec![Part::Section(Section::About)];
    let ready = prepared(&conn, &Request { without, ..Request::new(Way::Text, Form::Short) });
    let plain = write(&mut conn, |tx| prepare::give(tx, &ready, false, NOW, Zone::UTC)).unwrap();
    assert_eq!(plain.shown.parts.first(), Some(&Part::Section(Section::Wants)));
    assert!(receipt::words(&conn, plain.id).unwrap().is_empty());
    let kept = write(&mut conn, |tx| prepare::give(tx, &ready, true, NOW, Zone::UTC)).unwrap();
    let words = receipt::words(&conn, kept.id).unwrap();
    assert!(words.iter().any(|one| one.text.contains("A letter for work")));
    let sent = String::from_utf8(ready.output.bytes).unwrap();
    assert!(words.iter().all(|one| sent.contains(&one.text)), "as they went");
    let empty = prepared(&notebook("full"), &Request::new(Way::Text, Form::Short));
    let refused = write(&mut conn, |tx| prepare::give(tx, &empty, false, NOW, Zone::UTC));
    assert_eq!(refused, Err(Error::NotFound { what: Thing::Card }));
}

#[test]
fn headings_are_in_english_and_her_language_and_her_words_are_marked() {
    let conn = with_card(&whole());
    let words = Words::new(Pack::Full, "ar-XB");
    assert!(words.language().right_to_left, "the made-up language is in this build");
    let request = Request::new(Way::Page, Form::Short);
    let prepared = prepare::prepare(&conn, &words, &request, NOW).unwrap();
    let page = String::from_utf8(prepared.output.bytes).unwrap();
    assert!(
        page.contains(r#"<html lang="en" dir="ltr">"#)
            && page.contains("Today I want / <bdi lang=\"ar-XB\">")
    );
    assert!(page.contains(r#"<bdi class="hers" lang="ar-XB">A letter for work</bdi>"#));
}

#[test]
fn ways_of_services_say_the_same_words() {
    let mut conn = with_card(&whole());
    let visit = add_plan(&mut conn);
    let with = vec![Part::Plan(visit)];
    let request = |way| Request { with: with.clone(), ..Request::new(way, Form::Short) };
    let fhir = service::fhir(&conn, &english(), &request(Way::Fhir), NOW, Zone::UTC).unwrap();
    let bundle: serde_json::Value = serde_json::from_slice(&fhir.output.bytes).unwrap();
    assert_eq!(bundle["type"], "document");
    let entries = bundle["entry"].as_array().unwrap();
    let kinds: Vec<&str> =
        entries.iter().filter_map(|one| one["resource"]["resourceType"].as_str()).collect();
    assert_eq!(kinds, ["Composition", "Patient", "Consent", "Appointment"]);
    let text = String::from_utf8(fhir.output.bytes).unwrap();
    assert!(text.contains("A letter for work") && text.contains("The dizzy spells"));
    let qr = service::qr(&conn, &english(), &request(Way::Qr), NOW).unwrap();
    assert!(qr.output.bytes.starts_with(b"<?xml"));
    let refused = service::qr(&conn, &english(), &request(Way::Text), NOW).err();
    assert_eq!(refused, Some(Error::NotUnderstood { what: Thing::Receipt }));
    let secret = Secret::make().unwrap();
    let sealed = service::seal(&conn, &english(), &request(Way::Seal), &secret, NOW).unwrap();
    assert!(sealed.output.bytes.starts_with(b"age-encryption.org/v1"));
}

#[test]
fn what_nobody_sees_is_no_line_and_a_title_alone_is_still_said() {
    let section = |n, title: &str, text: &str| OwnSection {
        id: SectionId([n; 16]),
        title: title.into(),
        text: text.into(),
    };
    let unseen = "\u{200b}\u{202e}";
    let sections = vec![section(1, "Title only", ""), section(2, unseen, unseen)];
    let wants = vec![Line::Own(unseen.into()), Line::Own("Rest".into())];
    let mut conn = with_card(&Card { wants, sections, ..Card::default() });
    let visit = add_plan(&mut conn);
    let with = vec![Part::Plan(visit), Part::Plan(visit)];
    let request = Request { with, ..Request::new(Way::Fhir, Form::Long) };
    let document = service::fhir(&conn, &english(), &request, NOW, Zone::UTC).unwrap();
    let bundle: serde_json::Value = serde_json::from_slice(&document.output.bytes).unwrap();
    assert_eq!(bundle["entry"].as_array().unwrap().len(), 4, "the same date once");
    let text = bundle.to_string();
    assert!(!text.contains("xhtml\\\"></div>"), "every narrative says something");
    assert!(text.contains("Title only</p>") && text.contains(">Rest</p>"));
}

#[test]
fn a_document_names_nobody_she_did_not_put_there() {
    let conn = with_card(&whole());
    let without = vec![Part::Section(Section::About)];
    let request = Request { without, ..Request::new(Way::Fhir, Form::Long) };
    let document = service::fhir(&conn, &english(), &request, NOW, Zone::UTC).unwrap();
    let text = String::from_utf8(document.output.bytes).unwrap();
    for held in ["\"Jo\"", "943 476", "9434765919", "1980-02-29", "birthDate"] {
        assert!(!text.contains(held), "{held}");
    }
    let named = Request { with: vec![Part::Section(Section::About)], ..Request::new(Way::Fhir, Form::Long) };
    let with = service::fhir(&conn, &english(), &named, NOW, Zone::UTC).unwrap();
    let text = String::from_utf8(with.output.bytes).unwrap();
    assert!(text.contains("\"9434765919\"") && text.contains("\"birthDate\": \"1980-02-29\""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn no_other_note_is_on_a_page(words in proptest::collection::vec("[a-z]{12}", 4), way in proptest::sample::select(vec![Way::Text, Way::Page, Way::Aloud])) {
        let mut conn = with_card(&whole());
        let ids: Vec<NoteId> = words.iter().map(|word| add_note(&mut conn, word, word, &[word])).collect();
        let request = Request { with: vec![Part::Note(ids[0])], ..Request::new(way, Form::Long) };
        let sent = sent(&conn, &request);
        prop_assert!(sent.contains(&words[0]));
        for (word, id) in words.iter().zip(&ids).skip(1).filter(|(word, _)| **word != words[0]) {
            prop_assert!(!sent.contains(word.as_str()) && !sent.contains(&id.to_string()));
        }
        prop_assert!(!sent.contains(&ids[0].to_string()));
    }
}
