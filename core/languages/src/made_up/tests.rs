use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::*;

const FIXTURE: &str = "\
wait = Wait, then?
notes = { $count ->
    [one] one note
   *[other] { $count } notes
  } of yours
";

fn of_fixture() -> [Language; 2] {
    let mut english = Tongue::default();
    english.take_in("shared", "a.ftl", FIXTURE);
    of(&english, "English")
}

fn said(language: &Language, name: &str, count: u64) -> String {
    let mut bundle = FluentBundle::new(vec![language.tag.parse().unwrap()]);
    bundle.set_use_isolating(false);
    let text = language.texts.first().map(|(_, text)| text.clone()).unwrap();
    bundle.add_resource(FluentResource::try_new(text).unwrap()).unwrap();
    let mut gaps = FluentArgs::new();
    gaps.set("count", count);
    let (mut errors, message) = (Vec::new(), bundle.get_message(name).unwrap());
    let told = bundle.format_pattern(message.value().unwrap(), Some(&gaps), &mut errors).into_owned();
    assert!(errors.is_empty());
    told
}

#[test]
fn one_is_long_and_whole_between_its_marks() {
    let [long, _] = of_fixture();
    assert_eq!((long.tag.as_str(), long.right_to_left), ("en-XA", false));
    assert_eq!(said(&long, "notes", 1), "«ôôñéé ñôôţéé ôôf ýýôôûûŕš ôôñé»");
    assert_eq!(said(&long, "notes", 7), "«7 ñôôţééš ôôf ýýôôûûŕš ôôñé»");
    assert_eq!(long.name, "«ÉÉñĝļîîšĥ ôôñ»");
}

#[test]
fn one_runs_from_right_to_left_in_letters_that_do() {
    let [_, turned] = of_fixture();
    assert_eq!((turned.tag.as_str(), turned.right_to_left), ("ar-XB", true));
    assert_eq!(said(&turned, "wait", 0), "وايت، تهين؟");
    assert_eq!(said(&turned, "notes", 12), "12 نوتيس وف يوورس");
    assert_eq!(turned.name, "ينغليسه");
}

#[test]
fn every_real_message_keeps_its_gaps_and_choices() {
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("../words");
    let english = crate::english(&words).unwrap();
    for language in of(&english, "English") {
        let mut back = Tongue::default();
        for (pack, text) in &language.texts {
            back.take_in(pack, "made up", text);
        }
        assert_eq!(back.faults, []);
        // The list of numbers is shown in English.
        assert_eq!(crate::compare::missing(&english, &back), ["full/numbers.toml"]);
        let differ = crate::compare::as_in_english(&english, &back);
        assert!(differ.is_empty(), "{differ:?}");
        let mut held = back.clone();
        crate::compare::hold_to(&english, &mut held);
        assert_eq!(held, back, "a gap was lost");
    }
}
