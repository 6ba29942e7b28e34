//! What a build takes in, over real folders: an English of a few sentences, and Welsh beside it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may")]

use std::fs;
use std::path::{Path, PathBuf};

use fernbook_languages::{Choice, Fault, Language, Report, Standing, languages, report, say};
use tempfile::TempDir;

/// The words of a program.
struct Folders(TempDir);

impl Folders {
    fn new() -> Self {
        let folders = Self(TempDir::new().unwrap());
        folders.write("shared/en/a.ftl", "hello = Hello\nwait = Wait { $seconds } more\n");
        folders.write("shared/en/count.ftl", COUNTED);
        folders.write("full/en/a.ftl", "what = Words\n");
        folders.write("plain/en/a.ftl", "what = Plants\n");
        folders.write("languages/en.toml", "name = \"English\"\n");
        folders
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, file: &str, text: &str) {
        let file: PathBuf = self.path().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// Welsh that says one thing, in each pack's own place.
    fn welsh(&self) {
        self.write("shared/cy/a.ftl", "hello = Helo\nwait = Arhoswch { $seconds } eto\n");
        self.write("plain/cy/a.ftl", "what = Planhigion\n");
    }

    fn sign(&self, tag: &str, digest: &str) {
        let english = self.report(tag).english;
        let card = format!(
            "name = \"Cymraeg\"\nspeaker = \"Nia\"\ndate = \"2026-11-26\"\ndigest = \"{digest}\"\nenglish = \"{english}\"\n"
        );
        self.write(&format!("languages/{tag}.toml"), &card);
    }

    fn sign_as_it_is(&self, tag: &str) {
        self.sign(tag, &self.report(tag).digest);
    }

    fn report(&self, tag: &str) -> Report {
        report(self.path()).unwrap().into_iter().find(|report| report.tag == tag).unwrap()
    }

    fn of(&self, choice: Choice) -> Vec<Language> {
        languages(self.path(), choice).unwrap()
    }

    fn tags(&self, choice: Choice) -> Vec<String> {
        self.of(choice).into_iter().map(|language| language.tag).collect()
    }
}

const COUNTED: &str = "\
notes = { $count ->
    [one] one note
   *[other] { $count } notes
  }
";

#[test]
fn english_alone_is_in_a_release_and_made_up_ones_in_no_release() {
    let folders = Folders::new();
    assert_eq!(folders.tags(Choice::Signed), ["en"]);
    assert_eq!(folders.tags(Choice::All), ["en", "en-XA", "ar-XB"]);
    assert!(report(folders.path()).unwrap().is_empty());
}

#[test]
fn what_no_one_signed_is_left_out_of_a_release() {
    let folders = Folders::new();
    folders.welsh();
    assert_eq!(folders.report("cy").standing, Standing::Unsigned);
    assert_eq!(folders.tags(Choice::Signed), ["en"]);
    assert_eq!(folders.tags(Choice::All), ["en", "cy", "en-XA", "ar-XB"]);
}

#[test]
fn what_is_signed_as_it_stands_is_in_a_release() {
    let folders = Folders::new();
    folders.welsh();
    folders.sign_as_it_is("cy");
    assert_eq!(folders.report("cy").standing, Standing::Signed);
    let welsh = &folders.of(Choice::Signed)[1];
    assert_eq!((welsh.tag.as_str(), welsh.name.as_str(), welsh.right_to_left), ("cy", "Cymraeg", false));
    let packs: Vec<&str> = welsh.texts.iter().map(|(pack, _)| pack.as_str()).collect();
    assert_eq!(packs, ["shared", "plain"]);
    assert!(welsh.texts[0].1.contains("hello = Helo"));
}

#[test]
fn a_change_after_it_was_signed_takes_it_out_again() {
    let folders = Folders::new();
    folders.welsh();
    folders.sign_as_it_is("cy");
    folders.write("plain/cy/a.ftl", "what = Blodau\n");
    assert_eq!(folders.report("cy").standing, Standing::Changed);
    assert_eq!(folders.tags(Choice::Signed), ["en"]);
    folders.sign_as_it_is("cy");
    fs::remove_file(folders.path().join("plain/cy/a.ftl")).unwrap();
    assert_eq!(folders.tags(Choice::Signed), ["en"], "less than was read is another text too");
}

#[test]
fn what_is_not_a_change_of_what_is_said_changes_nothing() {
    let folders = Folders::new();
    folders.welsh();
    folders.sign_as_it_is("cy");
    folders.write("shared/cy/a.ftl", "# A note to myself\r\nwait  =  Arhoswch { $seconds } eto\r\n");
    folders.write("shared/cy/b.ftl", "hello = Helo\n");
    folders.write("shared/cy/.b.ftl.swp", "left by an editor");
    assert_eq!(folders.report("cy").standing, Standing::Signed);
}

#[test]
fn a_signature_names_a_speaker_a_day_and_the_language() {
    let folders = Folders::new();
    folders.welsh();
    let digest = folders.report("cy").digest;
    let [name, speaker, date] = ["name = \"Cymraeg\"", "speaker = \"Nia\"", "date = \"2026-11-26\""];
    let card = |lines: &[&str]| {
        folders.write("languages/cy.toml", &format!("{}\ndigest = \"{digest}\"\n", lines.join("\n")));
        folders.report("cy").standing
    };
    assert_eq!(card(&[name, speaker, date]), Standing::Signed);
    assert_eq!(card(&[speaker, date]), Standing::Unsigned);
    assert_eq!(card(&[name, date]), Standing::Unsigned);
    assert_eq!(card(&[name, "speaker = \" \"", date]), Standing::Unsigned);
    assert_eq!(card(&[name, speaker]), Standing::Unsigned);
    assert_eq!(card(&[name, speaker, "date = \"last week\""]), Standing::Unsigned);
}

#[test]
fn english_that_changed_is_told_and_does_not_take_her_language_away() {
    let folders = Folders::new();
    folders.welsh();
    folders.sign_as_it_is("cy");
    assert!(!folders.report("cy").english_changed);
    folders.write("plain/en/a.ftl", "what = Plants and pots\n");
    let report = folders.report("cy");
    assert!(report.english_changed && report.to_string().contains("please read it again"));
    assert_eq!(report.standing, Standing::Signed);
}

#[test]
fn english_that_came_later_is_missing_and_changes_nothing_that_was_signed() {
    let folders = Folders::new();
    folders.welsh();
    folders.sign_as_it_is("cy");
    folders.write("shared/en/b.ftl", "bye = Bye\n");
    let report = folders.report("cy");
    assert_eq!(report.missing, ["full/what", "shared/bye", "shared/notes"]);
    assert_eq!((report.standing, report.english_changed), (Standing::Signed, false));
    assert!(report.to_string().starts_with("cy: 3 of 6 messages\n"));
}

#[test]
fn a_message_that_english_lacks_is_told_and_left_out() {
    let folders = Folders::new();
    folders.welsh();
    folders.write("shared/cy/b.ftl", "helo = Helo\n");
    folders.write("full/cy/a.ftl", "hello = Helo\n");
    let report = folders.report("cy");
    let unknown = |pack: &str, name: &str| Fault::Unknown { pack: pack.to_owned(), name: name.to_owned() };
    assert_eq!(report.faults, [unknown("full", "hello"), unknown("shared", "helo")]);
    assert!(report.to_string().contains("helo: English has none of that name in shared"));
    let welsh = &folders.of(Choice::All)[1];
    assert!(welsh.texts.iter().all(|(pack, text)| pack != "full" && !text.contains("helo =")));
}

#[test]
fn gaps_that_are_wrong_are_told_and_the_sentence_left_out() {
    let folders = Folders::new();
    folders.welsh();
    let faults = |text: &str| {
        folders.write("shared/cy/a.ftl", text);
        let said = folders.of(Choice::All)[1].texts.iter().any(|(_, text)| text.contains("wait ="));
        (folders.report("cy").faults, said)
    };
    let (name, seconds) = ("wait".to_owned(), "seconds".to_owned());
    let missing = Fault::GapMissing { name: name.clone(), gap: seconds.clone() };
    let too_many = Fault::GapTooMany { name, gap: "eiliadau".to_owned() };
    assert_eq!(faults("wait = Arhoswch { $seconds }\n"), (vec![], true));
    assert_eq!(faults("wait = Arhoswch\n"), (vec![missing.clone()], false));
    assert_eq!(faults("wait = Arhoswch { $eiliadau }\n"), (vec![too_many, missing], false));
    let by_number = "wait = { $seconds ->\n  [one] eiliad\n *[other] { $seconds } eiliad\n }\n";
    assert_eq!(faults(by_number), (vec![], true));
}

#[test]
fn what_is_not_text_gaps_and_choices_is_told() {
    let folders = Folders::new();
    folders.welsh();
    for text in [
        "hello = { what }\n",
        "hello = { NUMBER($seconds) }\n",
        "hello = Helo\n  .title = Helo\n",
        "-term = Helo\n",
        "hello = { $a\n",
        "hello = Helo\nhello = Helo\n",
    ] {
        folders.write("shared/cy/b.ftl", text);
        fs::write(folders.path().join("shared/cy/a.ftl"), "").unwrap();
        assert_eq!(folders.report("cy").faults.len(), 1, "{text}");
        folders.sign_as_it_is("cy");
        assert_eq!(folders.report("cy").standing, Standing::Changed, "{text}");
        fs::remove_file(folders.path().join("languages/cy.toml")).unwrap();
    }
}

#[test]
fn a_file_of_a_language_that_can_not_be_read_is_told() {
    let folders = Folders::new();
    folders.welsh();
    for card in ["name = Cymraeg\n", "name = 7\n", "nmae = \"Cymraeg\"\n"] {
        folders.write("languages/cy.toml", card);
        assert!(matches!(folders.report("cy").faults[..], [Fault::Card(_)]), "{card}");
        assert_eq!(folders.tags(Choice::Signed), ["en"]);
    }
}

#[test]
fn a_folder_is_named_by_a_tag() {
    let folders = Folders::new();
    folders.write("shared/welsh language/a.ftl", "hello = Helo\n");
    folders.write("shared/pt-br/a.ftl", "hello = Olá\n");
    folders.write("shared/pt-BR/a.ftl", "hello = Olá\n");
    assert_eq!(folders.report("welsh language").faults, [Fault::Tag]);
    assert_eq!(folders.report("pt-br").faults, [Fault::Tag]);
    assert_eq!(folders.report("pt-BR").faults, []);
}

#[test]
fn what_still_is_english_and_forms_that_are_not_used_are_told() {
    let folders = Folders::new();
    folders.write("shared/pl/a.ftl", "hello = Hello\n");
    folders.write("shared/pl/count.ftl", COUNTED);
    let polish = folders.report("pl");
    assert_eq!(polish.as_in_english, ["shared/hello", "shared/notes"]);
    assert_eq!(polish.unused_forms, ["shared/notes: few, many"]);
    folders.write(
        "shared/cs/count.ftl",
        "notes = { $count ->\n  [one] a\n  [few] b\n *[other] { $count } c\n }\n",
    );
    assert!(folders.report("cs").unused_forms.is_empty());
}

#[test]
fn a_language_that_runs_from_right_to_left_is_known_by_its_tag() {
    let folders = Folders::new();
    for tag in ["ar", "fa", "ur", "he", "cy", "pa", "pa-Arab"] {
        folders.write(&format!("shared/{tag}/a.ftl"), "hello = x\n");
    }
    let turned: Vec<String> = folders
        .of(Choice::All)
        .into_iter()
        .filter_map(|language| language.right_to_left.then_some(language.tag))
        .collect();
    assert_eq!(turned, ["ar", "fa", "he", "pa-Arab", "ur", "ar-XB"]);
}

#[test]
fn english_that_is_not_whole_is_an_error_of_the_build() {
    for (file, text, told) in [
        ("full/en/a.ftl", "what = Words\nmore = More\n", "more is not in both packs"),
        ("shared/en/b.ftl", "what = What\n", "what is in a pack and shared"),
        ("shared/en/b.ftl", "hello = Hello\n", "hello is there twice"),
        ("shared/en/b.ftl", "hello\n", "can't be read"),
    ] {
        let folders = Folders::new();
        folders.write(file, text);
        let error = languages(folders.path(), Choice::Signed).unwrap_err().to_string();
        assert!(error.contains(told), "{error}");
    }
}

/// The words as they are in the tree: nothing that is wrong may wait there unseen.
#[test]
fn no_translation_in_the_tree_has_a_fault() {
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("../words");
    for report in report(&words).unwrap() {
        assert_eq!(report.faults, [], "{}", report.tag);
    }
}

fn list(number: &str, who: &str) -> String {
    format!(
        "# Whom to ring.\nchecked = \"2026-11-26\"\n\n[[service]]\nname = \"Samaritans\"\nnumber = \"{number}\"\n\
         place = \"UK\"\nwho = \"{who}\"\ncosts = false\nchecked_in = [\"samaritans.org\"]\n"
    )
}

fn with_numbers() -> Folders {
    let folders = Folders::new();
    folders.write("full/en/numbers.toml", &list("116 123", "For anyone."));
    folders.welsh();
    folders
}

#[test]
fn a_list_of_numbers_is_signed_with_the_sentences() {
    let folders = with_numbers();
    assert!(folders.report("cy").missing.contains(&"full/numbers.toml".to_owned()));
    folders.write("full/cy/numbers.toml", &list("116 123", "I bawb."));
    folders.sign_as_it_is("cy");
    let who = |tag: usize| folders.of(Choice::Signed)[tag].numbers.clone().unwrap().services[0].who.clone();
    assert_eq!((who(0).as_str(), who(1).as_str()), ("For anyone.", "I bawb."));
    let moved = list("116 123", "I bawb.").replace("# Whom to ring.\n", "").replace('\n', "\r\n");
    folders.write("full/cy/numbers.toml", &moved);
    assert_eq!(folders.report("cy").standing, Standing::Signed);
    for changed in [list("116 123", "I neb."), list("116 123", "I bawb.").replace("false", "true")] {
        folders.write("full/cy/numbers.toml", &changed);
        assert_eq!(folders.report("cy").standing, Standing::Changed);
        assert_eq!(folders.tags(Choice::Signed), ["en"]);
    }
}

#[test]
fn a_changed_english_list_is_told_to_those_who_read_theirs_beside_it() {
    let folders = with_numbers();
    folders.sign_as_it_is("cy");
    folders.write("full/en/numbers.toml", &list("116 123", "For you."));
    assert!(!folders.report("cy").english_changed, "there was none to be read beside it");
    folders.write("full/cy/numbers.toml", &list("116 123", "I bawb."));
    folders.sign_as_it_is("cy");
    assert!(!folders.report("cy").english_changed);
    folders.write("full/en/numbers.toml", &list("116 123", "For all."));
    assert!(folders.report("cy").english_changed);
}

#[test]
fn a_list_that_is_wrong_is_left_out_and_told() {
    let folders = with_numbers();
    let undated = list("116 123", "I bawb.").replace("2026-11-26", "today");
    let unchecked = list("116 123", "I bawb.").replace("\"samaritans.org\"", "");
    for wrong in [list("116 124", "I bawb."), "checked = 7".to_owned(), undated, unchecked] {
        folders.write("full/cy/numbers.toml", &wrong);
        folders.sign_as_it_is("cy");
        assert!(matches!(folders.report("cy").faults[..], [Fault::Numbers(_)]));
        assert_eq!(folders.tags(Choice::Signed), ["en"]);
        let welsh = folders.of(Choice::All).into_iter().find(|language| language.tag == "cy").unwrap();
        assert_eq!((welsh.texts.len(), welsh.numbers), (2, None));
    }
}

#[test]
fn a_file_that_the_plain_pack_has_not_may_say_more() {
    let folders = Folders::new();
    folders.write("full/en/more.ftl", "more = More\n");
    let english = &folders.of(Choice::Signed)[0];
    assert!(english.texts.iter().any(|(pack, text)| pack == "full" && text.contains("more = More")));
    folders.write("plain/en/more.ftl", "other = Other\n");
    let refused = languages(folders.path(), Choice::Signed).unwrap_err().to_string();
    assert!(refused.contains("the message other is in the plain pack alone"), "{refused}");
}

#[test]
fn a_message_is_said_in_each_language_of_the_build_and_else_in_english() {
    let folders = Folders::new();
    folders.welsh();
    folders.write("shared/en/b.ftl", "new = New\n");
    let said = |choice, names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let all = say(folders.path(), choice, &names).map_err(|error| error.to_string())?;
        Ok::<Vec<String>, String>(all.into_iter().map(|one| format!("{} {}", one.tag, one.text)).collect())
    };
    assert_eq!(said(Choice::Signed, &["hello"]).unwrap(), ["en Hello"]);
    folders.sign_as_it_is("cy");
    let both = ["en Hello", "en New", "cy Helo", "cy New"];
    assert_eq!(said(Choice::Signed, &["hello", "new"]).unwrap(), both);
    assert!(said(Choice::Signed, &["wait"]).is_err(), "it has a gap");
    assert!(said(Choice::Signed, &["nothing"]).is_err());
}
