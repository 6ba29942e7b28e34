use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rusqlite::{Connection, Transaction};

use super::choice::{Choice, Rule, Shows, both, stricter};
use super::decide::decide;
use super::grant::{Ended, Form, Grant, Shown, Way, Why};
use super::history::{History, merge};
use super::receipt::KeptWords;
use super::what::{Part, Section, What};
use super::{receipt, store};
use crate::error::{Error, Result, Thing};
use crate::id::{ChoiceId, GrantId, NoteId, PersonId, SectionId, TopicId};
use crate::journal::note::{self, NewNote};
use crate::journal::tombstone::is_buried;
use crate::people::person::{self, PersonText};
use crate::people::seen::{self, Seen, SeenAs};
use crate::storage::{meta, migrate};
use crate::time::{Moment, Zone};

pub(crate) fn notebook(pack: &str) -> Connection {
    use fernbook_sqlite3mc as _;
    let mut conn = Connection::open_in_memory().unwrap();
    conn.pragma_update(None, "foreign_keys", true).unwrap();
    write(&mut conn, |tx| {
        migrate::run(tx)?;
        meta::set(tx, "pack", &pack)
    })
    .unwrap();
    conn
}

pub(crate) fn write<T>(
    conn: &mut Connection,
    change: impl FnOnce(&Transaction<'_>) -> Result<T>,
) -> Result<T> {
    let tx = conn.transaction().unwrap();
    let done = change(&tx);
    if done.is_ok() {
        tx.commit().unwrap();
    }
    done
}

fn named(name: &str) -> PersonText {
    PersonText { name: name.into(), number: String::new(), note: String::new() }
}

pub(crate) fn clinician(conn: &mut Connection, name: &str, of: Option<PersonId>) -> PersonId {
    let seen = Seen { of, ..Seen::new(SeenAs::Clinician) };
    write(conn, |tx| seen::add(tx, &named(name), &seen)).unwrap()
}

fn rule(person: Option<PersonId>, what: What, shows: Shows) -> Rule {
    Rule { person, what, shows, until: None }
}

fn any_what() -> impl Strategy<Value = What> {
    prop_oneof![
        Just(What::Everything),
        proptest::sample::select(&Section::ALL[..]).prop_map(What::Section),
        (0..2u8).prop_map(|n| What::Own(SectionId([n; 16]))),
        Just(What::Plans),
        Just(What::Notes),
        (0..2u8).prop_map(|n| What::Topic(TopicId([n; 16]))),
    ]
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let person = option::of((0..3u8).prop_map(|n| PersonId([n; 16])));
    let shows = proptest::sample::select(&Shows::ALL[..]);
    let until = option::of((0..20i64).prop_map(Moment));
    (person, any_what(), shows, until).prop_map(|(person, what, shows, until)| Rule {
        person,
        what,
        shows,
        until,
    })
}

fn choices(rules: Vec<Rule>) -> Vec<Choice> {
    let numbered = (0u8..).zip(rules);
    numbered.map(|(n, rule)| Choice { id: ChoiceId([n; 16]), version: 1, rule }).collect()
}

fn any_grant() -> impl Strategy<Value = Grant> {
    let why = proptest::sample::select(&Why::ALL[..]);
    let ended = option::of((0..9i64, why).prop_map(|(at, why)| Ended { at: Moment(at), why }));
    (0..6u8, ended).prop_map(|(n, ended)| {
        let shown = Shown { person: None, way: Way::Text, form: Form::Short, parts: vec![], zone: Zone::UTC };
        Grant { id: GrantId([n; 16]), at: Moment(n.into()), shown, ended }
    })
}

fn any_history() -> impl Strategy<Value = History> {
    (vec(any_grant(), 0..8), vec(0..6u8, 0..3)).prop_map(|(grants, gone)| {
        let gone = gone.into_iter().map(|n| GrantId([n; 16])).collect();
        let grants: BTreeMap<_, _> = grants.into_iter().map(|grant| (grant.id, grant)).collect();
        merge(&History { grants, gone }, &History::default())
    })
}

proptest! {
    #[test]
    fn dont_show_wins_in_whatever_order(rules in vec(any_rule(), 0..8), turn in any::<usize>(), what in any_what(), now in 0..25i64) {
        let now = Moment(now);
        let mut all = choices(rules);
        let who = [PersonId([0; 16]), PersonId([1; 16])];
        let first = decide(&all, &who, &[what], now);
        let is_about = |rule: &Rule| {
            rule.person.is_none_or(|person| who.contains(&person))
                && (rule.what == What::Everything || rule.what == what)
        };
        let counts = |rule: &Rule| is_about(rule) && rule.until.is_none_or(|until| now < until);
        let strictest = all.iter().filter(|one| counts(&one.rule)).map(|one| one.rule.shows).max();
        prop_assert_eq!(first.shows, strictest.unwrap_or(Shows::Ask));
        prop_assert_eq!(first.because.is_some(), all.iter().any(|one| is_about(&one.rule)));
        prop_assert!(strictest.is_none() || first.because.map(|one| one.rule.shows) == strictest);
        if !all.is_empty() {
            let turn = turn % all.len();
            all.rotate_left(turn);
        }
        prop_assert_eq!(decide(&all, &who, &[what], now), first);
        all.reverse();
        prop_assert_eq!(decide(&all, &who, &[what], now), first);
    }

    #[test]
    fn one_more_choice_never_opens_what_was_closed(rules in vec(any_rule(), 0..6), more in any_rule(), what in any_what()) {
        let who = [PersonId([0; 16])];
        let before = decide(&choices(rules.clone()), &who, &[what], Moment(5));
        let after = decide(&choices([rules, vec![more]].concat()), &who, &[what], Moment(5));
        prop_assert!(before.shows != Shows::Never || after.shows == Shows::Never);
        let decided = before.because.is_some_and(|choice| choice.rule.counts(Moment(5)));
        prop_assert!(!decided || after.shows >= before.shows);
    }

    #[test]
    fn both_hold_back_what_each_holds_back(one in any_rule(), other in any_rule(), now in 0..8_i64, later in 0..8_i64) {
        let about = |rule: Rule| Rule { person: None, what: What::Everything, ..rule };
        let (one, other) = (about(one), about(other));
        let shows = |rules: &[Rule], at| {
            // Beside a broader one that shows.
            let broader = rule(None, What::Notes, Shows::Show);
            decide(&choices([rules, &[broader]].concat()), &[], &[What::Notes], Moment(at)).shows
        };
        let at = now.max(later);
        prop_assert!(shows(&[both(one, other, Moment(now))], at) >= shows(&[one, other], at));
    }

    #[test]
    fn of_two_about_the_same_the_stricter_is_left(one in any_rule(), other in any_rule(), third in any_rule()) {
        let about = |rule: Rule| Rule { person: None, what: What::Everything, ..rule };
        let (one, other, third) = (about(one), about(other), about(third));
        prop_assert_eq!(stricter(one, other), stricter(other, one));
        prop_assert_eq!(stricter(one, stricter(other, third)), stricter(stricter(one, other), third));
        prop_assert_eq!(stricter(one, one), one);
        prop_assert!(stricter(one, other).shows >= one.shows);
    }

    #[test]
    fn histories_merge_to_the_same_in_any_order(one in any_history(), other in any_history(), third in any_history()) {
        let both = merge(&one, &other);
        prop_assert_eq!(&both, &merge(&other, &one));
        prop_assert_eq!(merge(&both, &third), merge(&one, &merge(&other, &third)));
        prop_assert_eq!(&merge(&both, &both), &both);
        for grant in one.grants.values().filter(|grant| grant.ended.is_some()) {
            prop_assert!(both.grants.get(&grant.id).is_none_or(|merged| merged.ended.is_some()));
        }
        prop_assert!(one.gone.iter().all(|id| !both.grants.contains_key(id)));
    }

    #[test]
    fn nothing_leads_from_ended_to_granted(mut grant in any_grant(), ends in vec((0..9i64, proptest::sample::select(&Why::ALL[..])), 1..5)) {
        for (at, why) in ends {
            grant.end(Ended { at: Moment(at), why });
            prop_assert!(grant.ended.is_some());
            let restored = grant.clone().restored(Moment(100));
            prop_assert_eq!(restored.ended, grant.ended);
        }
    }

    #[test]
    fn what_comes_back_from_a_copy_is_over(grant in any_grant()) {
        prop_assert!(grant.restored(Moment(7)).ended.is_some());
    }

    #[test]
    fn names_read_back(what in any_what()) {
        prop_assert_eq!(what.to_string().parse(), Ok(what));
    }
}

#[test]
fn frozen_names_of_what_is_kept() {
    let id = "ab".repeat(16);
    let whats = [
        (What::Everything, "everything".to_owned()),
        (What::Section(Section::Wants), "wants".to_owned()),
        (What::Section(Section::Reception), "reception".to_owned()),
        (What::Own(SectionId([0xab; 16])), format!("section:{id}")),
        (What::Plans, "plans".to_owned()),
        (What::Notes, "notes".to_owned()),
        (What::Topic(TopicId([0xab; 16])), format!("topic:{id}")),
    ];
    for (what, name) in whats {
        assert_eq!(what.to_string(), name);
    }
    assert_eq!(Part::Note(NoteId([0xab; 16])).to_string(), format!("note:{id}"));
    assert_eq!("planet".parse::<What>(), Err(Error::NotUnderstood { what: Thing::Choice }));
    assert!("plan:xy".parse::<Part>().is_err());
    let parts = vec![Part::Section(Section::Reach)];
    let shown = Shown { person: None, way: Way::Fhir, form: Form::Long, parts, zone: Zone::UTC };
    let frozen = r#"{"way":"fhir","form":"long","parts":["reach"],"zone":"UTC"}"#;
    assert_eq!(serde_json::to_string(&shown).unwrap(), frozen);
    let seen = Seen { of: Some(PersonId([0xab; 16])), again: "Yes".into(), ..Seen::new(SeenAs::Clinician) };
    let frozen = format!(r#"{{"as":"clinician","of":"{id}","again":"Yes"}}"#);
    assert_eq!(serde_json::to_string(&seen).unwrap(), frozen);
}

#[test]
fn a_choice_is_set_changed_and_taken_out() {
    let mut conn = notebook("full");
    let doctor = clinician(&mut conn, "Dr Khan", None);
    let first = rule(Some(doctor), What::Notes, Shows::Never);
    let id = write(&mut conn, |tx| store::set(tx, &first)).unwrap();
    let milder = Rule { shows: Shows::Show, until: Some(Moment(9)), ..first };
    assert_eq!(write(&mut conn, |tx| store::set(tx, &milder)).unwrap(), id, "one for each person and thing");
    let all = store::list(&conn).unwrap();
    assert_eq!(all, [Choice { id, version: 2, rule: milder }]);
    write(&mut conn, |tx| store::set(tx, &milder)).unwrap();
    assert_eq!(store::list(&conn).unwrap()[0].version, 2, "no change is none");
    write(&mut conn, |tx| store::set(tx, &rule(None, What::Notes, Shows::Ask))).unwrap();
    assert_eq!(store::list(&conn).unwrap().len(), 2);
    write(&mut conn, |tx| store::remove(tx, id)).unwrap();
    assert!(is_buried(&conn, id.0).unwrap());
    assert_eq!(write(&mut conn, |tx| store::remove(tx, id)), Err(Error::NotFound { what: Thing::Choice }));
    let nobody = rule(Some(PersonId([9; 16])), What::Notes, Shows::Show);
    assert_eq!(write(&mut conn, |tx| store::set(tx, &nobody)), Err(Error::NotFound { what: Thing::Person }));
}

#[test]
fn a_copy_makes_choices_stricter_never_milder() {
    let mut conn = notebook("full");
    let never = rule(None, What::Notes, Shows::Never);
    let show = rule(None, What::Notes, Shows::Show);
    let bring = |conn: &mut Connection, n: u8, rule: &Rule| {
        let id = ChoiceId([n; 16]);
        write(conn, |tx| store::bring(tx, id, rule, Moment(5))).unwrap();
        store::list(conn).unwrap().into_iter().map(|choice| choice.rule.shows).collect::<Vec<_>>()
    };
    assert_eq!(bring(&mut conn, 1, &show), [Shows::Show]);
    assert_eq!(bring(&mut conn, 2, &never), [Shows::Never]);
    assert_eq!(bring(&mut conn, 3, &show), [Shows::Never]);
    write(&mut conn, |tx| store::remove(tx, ChoiceId([1; 16]))).unwrap();
    assert_eq!(bring(&mut conn, 1, &never), [], "what she took out here stays out");
}

#[test]
fn choices_go_with_the_person_they_are_for() {
    let mut conn = notebook("full");
    let (one, other) = (clinician(&mut conn, "One", None), clinician(&mut conn, "Other", None));
    for person in [Some(one), Some(other), None] {
        write(&mut conn, |tx| store::set(tx, &rule(person, What::Everything, Shows::Never))).unwrap();
    }
    write(&mut conn, |tx| store::remove_person(tx, one, Moment(5))).unwrap();
    let left: Vec<_> = store::list(&conn).unwrap().into_iter().map(|choice| choice.rule.person).collect();
    assert_eq!(left, [None, Some(other)]);
}

#[test]
fn nobody_is_shown_more_because_a_role_went() {
    let mut conn = notebook("full");
    let practice = clinician(&mut conn, "The practice", None);
    let role = clinician(&mut conn, "Any GP here", Some(practice));
    let doctor = clinician(&mut conn, "Dr Khan", Some(role));
    write(&mut conn, |tx| store::set(tx, &rule(Some(role), What::Notes, Shows::Never))).unwrap();
    write(&mut conn, |tx| store::set(tx, &rule(Some(doctor), What::Notes, Shows::Show))).unwrap();
    write(&mut conn, |tx| store::remove_person(tx, role, Moment(5))).unwrap();
    assert_eq!(seen::belongs_to(&conn, doctor).unwrap(), [doctor, practice]);
    let left: Vec<_> = store::list(&conn).unwrap().into_iter().map(|choice| choice.rule).collect();
    assert_eq!(left, [rule(Some(doctor), What::Notes, Shows::Never)]);
}

#[test]
fn an_ended_choice_of_a_role_still_asks_when_the_role_went() {
    let mut conn = notebook("full");
    let role = clinician(&mut conn, "Any GP here", None);
    let doctor = clinician(&mut conn, "Dr Khan", Some(role));
    let what = [What::Section(Section::Medicines)];
    let ended = |person, shows| Rule { until: Some(Moment(4)), ..rule(Some(person), what[0], shows) };
    let decided = |conn: &Connection| {
        let (all, who) = (store::list(conn).unwrap(), seen::belongs_to(conn, doctor).unwrap());
        decide(&all, &who, &what, Moment(5))
    };
    write(&mut conn, |tx| store::set(tx, &ended(role, Shows::Show))).unwrap();
    assert!(decided(&conn).because.is_some());
    write(&mut conn, |tx| store::remove_person(tx, role, Moment(5))).unwrap();
    assert!(decided(&conn).because.is_some(), "it does not go on by itself");

    let role = clinician(&mut conn, "Any nurse here", None);
    let seen = Seen { of: Some(role), ..Seen::new(SeenAs::Clinician) };
    write(&mut conn, |tx| seen::set(tx, doctor, Some(&seen))).unwrap();
    write(&mut conn, |tx| store::set(tx, &ended(doctor, Shows::Never))).unwrap();
    write(&mut conn, |tx| store::set(tx, &rule(Some(role), what[0], Shows::Ask))).unwrap();
    write(&mut conn, |tx| store::set(tx, &rule(None, what[0], Shows::Show))).unwrap();
    assert_eq!(decided(&conn).shows, Shows::Ask);
    write(&mut conn, |tx| store::remove_person(tx, role, Moment(5))).unwrap();
    assert_eq!(decided(&conn).shows, Shows::Ask, "everyone's does not come through");
}

#[test]
fn what_she_chose_for_a_topic_follows_its_name() {
    let mut conn = notebook("full");
    assert_eq!(What::topic("Ete\u{301}"), What::topic("\u{c9}t\u{e9}"), "as topics are told apart");
    write(&mut conn, |tx| store::set(tx, &rule(None, What::topic("home"), Shows::Never))).unwrap();
    write(&mut conn, |tx| store::set(tx, &rule(None, What::topic("family"), Shows::Show))).unwrap();
    write(&mut conn, |tx| store::rename_topic(tx, "Home", "family", Moment(5))).unwrap();
    let left: Vec<_> = store::list(&conn).unwrap().into_iter().map(|choice| choice.rule).collect();
    assert_eq!(left, [rule(None, What::topic("Family"), Shows::Never)]);
}

#[test]
fn of_a_copy_only_what_still_counts_comes_and_not_over_what_counts_here() {
    let mut conn = notebook("full");
    let until = |shows, end| Rule { until: Some(Moment(end)), ..rule(None, What::Notes, shows) };
    let ask = rule(None, What::Notes, Shows::Ask);
    write(&mut conn, |tx| store::set(tx, &ask)).unwrap();
    let bring = |conn: &mut Connection, rule: &Rule| {
        write(conn, |tx| store::bring(tx, ChoiceId([1; 16]), rule, Moment(5))).unwrap();
        store::list(conn).unwrap()[0].rule
    };
    assert_eq!(bring(&mut conn, &until(Shows::Never, 4)), ask, "it is over");
    let ended = until(Shows::Never, 3);
    write(&mut conn, |tx| store::set(tx, &ended)).unwrap();
    assert_eq!(bring(&mut conn, &ask), ask, "the one here was over");
    write(&mut conn, |tx| store::set(tx, &ended)).unwrap();
    assert_eq!(bring(&mut conn, &rule(None, What::Notes, Shows::Show)), ended, "one that is over asks");
}

#[test]
fn one_that_is_over_comes_with_a_copy_where_none_is() {
    let mut conn = notebook("full");
    let ended = Rule { until: Some(Moment(4)), ..rule(None, What::Section(Section::Reach), Shows::Never) };
    write(&mut conn, |tx| store::bring(tx, ChoiceId([1; 16]), &ended, Moment(5))).unwrap();
    let left: Vec<_> = store::list(&conn).unwrap().into_iter().map(|choice| choice.rule).collect();
    assert_eq!(left, [ended], "without it the part would be on each page by itself");
}

#[test]
fn what_counts_for_a_role_counts_for_who_belongs_to_it() {
    let mut conn = notebook("full");
    let practice = clinician(&mut conn, "The practice", None);
    let any_gp = clinician(&mut conn, "Any GP here", Some(practice));
    let doctor = clinician(&mut conn, "Dr Khan", Some(any_gp));
    assert_eq!(seen::belongs_to(&conn, doctor).unwrap(), [doctor, any_gp, practice]);
    let round = Seen { of: Some(doctor), ..Seen::new(SeenAs::Place) };
    let refused = write(&mut conn, |tx| seen::set(tx, practice, Some(&round)));
    assert_eq!(refused, Err(Error::NotUnderstood { what: Thing::Person }), "nobody belongs to themselves");
    write(&mut conn, |tx| person::remove(tx, any_gp)).unwrap();
    assert_eq!(seen::belongs_to(&conn, doctor).unwrap(), [doctor], "one who is gone ends the row");
}

fn shown(part: Part) -> Grant {
    let shown = Shown { person: None, way: Way::Text, form: Form::Long, parts: vec![part], zone: Zone::UTC };
    Grant { id: GrantId::make().unwrap(), at: Moment(5), shown, ended: None }
}

fn add_note(conn: &mut Connection, text: &str) -> NoteId {
    let new = NewNote::of_text(text.into(), Moment(1), Zone::UTC);
    write(conn, |tx| note::add(tx, &new, Moment(1))).unwrap()
}

#[test]
fn a_receipt_ends_once_and_is_deleted_for_good() {
    let mut conn = notebook("full");
    let grant = shown(Part::Section(Section::Reach));
    write(&mut conn, |tx| receipt::put(tx, &grant, &[])).unwrap();
    assert_eq!(receipt::list(&conn, None).unwrap(), std::slice::from_ref(&grant));
    let asked = Ended { at: Moment(9), why: Why::Asked };
    write(&mut conn, |tx| receipt::end(tx, grant.id, asked)).unwrap();
    let over = Ended { at: Moment(12), why: Why::Over };
    write(&mut conn, |tx| receipt::end(tx, grant.id, over)).unwrap();
    assert_eq!(receipt::get(&conn, grant.id).unwrap().ended, Some(asked), "as it ended first");
    write(&mut conn, |tx| receipt::delete(tx, grant.id)).unwrap();
    assert!(receipt::list(&conn, None).unwrap().is_empty() && is_buried(&conn, grant.id.0).unwrap());
    let again = write(&mut conn, |tx| receipt::put(tx, &grant, &[]));
    assert_eq!(again, Err(Error::AlreadyThere), "no copy brings it back");
}

#[test]
fn receipts_come_in_pages_the_latest_first() {
    let mut conn = notebook("full");
    let all: Vec<Grant> = (0..60)
        .map(|n| Grant { at: Moment(n / 2), ..shown(Part::Plan(crate::id::VisitId([1; 16]))) })
        .collect();
    write(&mut conn, |tx| all.iter().try_for_each(|grant| receipt::put(tx, grant, &[]))).unwrap();
    let first = receipt::list(&conn, None).unwrap();
    let second = receipt::list(&conn, first.last().map(|grant| grant.id)).unwrap();
    assert_eq!((first.len(), second.len()), (50, 10));
    let times: Vec<Moment> = first.iter().chain(&second).map(|grant| grant.at).collect();
    assert!(times.is_sorted_by(|a, b| a >= b));
}

#[test]
fn words_of_a_note_leave_its_receipts_with_it() {
    let mut conn = notebook("full");
    let (gone, stays) = (add_note(&mut conn, "heron"), add_note(&mut conn, "otter"));
    let section = SectionId([4; 16]);
    let kept = |part, text: &str| KeptWords { part, text: text.into() };
    let words = [
        kept(Part::Note(gone), "heron"),
        kept(Part::Note(stays), "otter"),
        kept(Part::Own(section), "kestrel"),
        kept(Part::Note(NoteId([8; 16])), "nobody could take these away"),
    ];
    let grant = shown(Part::Note(gone));
    write(&mut conn, |tx| receipt::put(tx, &grant, &words)).unwrap();
    let left = |conn: &Connection| -> Vec<String> {
        receipt::words(conn, grant.id).unwrap().into_iter().map(|one| one.text).collect()
    };
    assert_eq!(left(&conn), ["heron", "otter", "kestrel"]);
    write(&mut conn, |tx| note::delete_for_good(tx, gone)).unwrap();
    assert_eq!(left(&conn), ["otter", "kestrel"]);
    write(&mut conn, |tx| receipt::forget_sections(tx, &[section])).unwrap();
    assert_eq!(left(&conn), ["otter", "kestrel"]);
    write(&mut conn, |tx| receipt::forget_sections(tx, &[])).unwrap();
    assert_eq!(left(&conn), ["otter"]);
    assert_eq!(receipt::get(&conn, grant.id).unwrap(), grant, "the line itself stays");
}

#[test]
fn a_plain_notebook_has_none_of_it() {
    let mut conn = notebook("plain");
    let none = |what| Error::NotFound { what };
    assert_eq!(store::list(&conn), Err(none(Thing::Choice)));
    assert_eq!(receipt::list(&conn, None), Err(none(Thing::Receipt)));
    let rule = rule(None, What::Everything, Shows::Never);
    assert_eq!(write(&mut conn, |tx| store::set(tx, &rule)), Err(none(Thing::Choice)));
    let grant = shown(Part::Section(Section::Reach));
    assert_eq!(write(&mut conn, |tx| receipt::put(tx, &grant, &[])), Err(none(Thing::Receipt)));
}
