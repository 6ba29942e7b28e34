//! Numbers: her own people first, then the pack's dated list. Only in a full notebook.

use rusqlite::Connection;

use crate::error::Result;
use crate::id::PersonId;
use crate::people::dial::dialable;
use crate::people::person::{self, Person};
use crate::words::{Numbers, Service, Words, key};

/// One of her people.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonLine {
    /// The id.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The number as she wrote it; empty if there is none.
    pub number: String,
    /// A short note; empty if there is none.
    pub note: String,
    /// What a phone is to dial; none if there is no number in what she wrote.
    pub dial: Option<String>,
}

/// One of the pack's list.
#[derive(Clone, PartialEq, Eq)]
pub struct ServiceLine {
    /// The name.
    pub name: String,
    /// The number, to be read; none if there is only another way.
    pub number: Option<String>,
    /// What a phone is to dial.
    pub dial: Option<String>,
    /// Where and whom it is for, when someone answers, what it costs, another way: a sentence or two each.
    pub about: Vec<String>,
}

/// The page.
#[derive(Clone, PartialEq, Eq)]
pub struct NumbersPage {
    /// Her own people, in her order.
    pub people: Vec<PersonLine>,
    /// The pack's list.
    pub services: Vec<ServiceLine>,
    /// When the list was checked, in a sentence.
    pub checked: String,
}

/// All that the page shows.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn page(conn: &Connection, words: &Words) -> Result<NumbersPage> {
    let people = people(conn)?;
    let list = Numbers::of(words);
    let services = list.map_or(&[][..], |list| list.services);
    Ok(NumbersPage {
        people,
        services: services.iter().map(|one| line(words, one)).collect(),
        checked: list.map(|list| list.checked(words)).unwrap_or_default(),
    })
}

fn people(conn: &Connection) -> Result<Vec<PersonLine>> {
    Ok(person::list(conn)?.into_iter().map(shown).collect())
}

/// Her own people, without those of a surgery or a service that she sees.
pub(super) fn own_people(conn: &Connection) -> Result<Vec<PersonLine>> {
    Ok(person::list(conn)?.into_iter().filter(|person| person.seen.is_none()).map(shown).collect())
}

fn shown(person: Person) -> PersonLine {
    let dial = dialable(&person.text.number);
    let person::PersonText { name, number, note } = person.text;
    PersonLine { id: person.id, name, number, note, dial }
}

fn line(words: &Words, one: &Service) -> ServiceLine {
    let said = |text: Option<&str>| text.map(str::to_owned);
    let about =
        [said(Some(one.place)), said(Some(one.who)), said(one.open), cost(words, one), said(one.other)];
    ServiceLine {
        name: one.name.to_owned(),
        number: said(one.number),
        dial: one.number.and_then(dialable),
        about: about.into_iter().flatten().collect(),
    }
}

fn cost(words: &Words, one: &Service) -> Option<String> {
    let cost = words.say(if one.costs? { key::NUMBERS_COSTS } else { key::NUMBERS_FREE });
    if one.bill_left_out {
        return Some(cost);
    }
    let bill = words.say(if one.off_bill { key::NUMBERS_OFF_BILL } else { key::NUMBERS_ON_BILL });
    Some(format!("{cost} {bill}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::person::PersonText;
    use crate::storage::{meta, migrate};
    use crate::words::Pack;

    fn notebook() -> Connection {
        use fernbook_sqlite3mc as _;
        let mut conn = Connection::open_in_memory().unwrap();
        let tx = conn.transaction().unwrap();
        migrate::run(&tx).unwrap();
        meta::set(&tx, "pack", &"full").unwrap();
        let (name, number) = ("Ines".to_owned(), "+44 (0)117 496 0000".to_owned());
        person::add(&tx, &PersonText { name, number, note: String::new() }).unwrap();
        tx.commit().unwrap();
        conn
    }

    #[test]
    fn her_own_people_come_first_and_the_list_says_its_day() {
        let page = page(&notebook(), &Words::new(Pack::Full, "en-GB")).unwrap();
        assert_eq!(page.people.len(), 1);
        assert_eq!(page.people[0].number, "+44 (0)117 496 0000");
        assert_eq!(page.people[0].dial.as_deref(), Some("+441174960000"));
        assert!(page.checked.contains("26 November 2026"), "{}", page.checked);
        assert_eq!(page.services[0].dial.as_deref(), Some("999"));
    }

    #[test]
    fn each_that_can_be_rung_says_what_it_costs_and_whether_it_is_on_the_bill() {
        let words = Words::new(Pack::Full, "en");
        let page = page(&notebook(), &words).unwrap();
        let about = |name: &str| {
            let one = page.services.iter().find(|one| one.name == name).unwrap();
            one.about.join(" ")
        };
        assert!(about("FRANK").contains(&words.say(key::NUMBERS_COSTS)));
        assert!(about("Samaritans").contains(&words.say(key::NUMBERS_OFF_BILL)));
        for one in &page.services {
            let told = one.about.join(" ");
            let bill = told.contains("bill");
            assert!(bill || one.number.is_none() || one.dial.as_deref() == Some("999"), "{}", one.name);
            assert!(one.about[0].starts_with("For ") && one.about[0].len() < 40, "{}", one.name);
            assert_eq!(one.number.is_some(), one.dial.is_some(), "{}", one.name);
        }
        assert!(
            !about("Women's Aid").contains("bill") && !about("Police, ambulance or fire").contains("bill")
        );
        for nation in ["England", "Scotland", "Wales", "Northern Ireland"] {
            let alone = format!("For {nation}.");
            assert!(page.services.iter().any(|one| one.about[0] == alone), "{nation}");
        }
    }
}
