//! A calendar file, in.

use std::collections::HashMap;

use super::lines::{unescape, unfolded};
use super::property::{Property, Stamp};
use super::repeats;
use super::zone::{Zoned, Zones};
use super::{Calendar, DEEPEST, Entry, LARGEST, LONGEST_TEXT, LeftOut, MOST_PARTS, WINDOW, Why};
use crate::error::{Error, Result, Thing};
use crate::time::Zone;
use crate::visits::kept;
use crate::visits::visit::{Source, Status, Visit};
use crate::visits::when::When;

/// The longest UID that is kept, in bytes: a longer one is none.
const LONGEST_UID: usize = 500;

/// A part of a file: between a `BEGIN` and its `END`.
#[derive(Default)]
pub(super) struct Component {
    /// Its name in capitals, such as `VEVENT`.
    pub name: String,
    properties: Vec<Property>,
    /// The parts in it.
    pub inside: Vec<Component>,
    /// Whether the file ended within it.
    is_cut_off: bool,
}

impl Component {
    /// All properties of a name, in order.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    /// The first property of a name.
    pub(super) fn first(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    /// The value of the first property of a name, as it stands in the file.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.first(name).map(|property| property.value.as_str())
    }

    /// The text of the first property of a name; empty if there is none.
    fn text(&self, name: &str) -> String {
        shortened(unescape(self.value(name).unwrap_or_default()).trim())
    }

    fn says(&self, name: &str, value: &str) -> bool {
        self.value(name).is_some_and(|own| own.trim().eq_ignore_ascii_case(value))
    }
}

/// Reads a calendar file. `zone` is where she is: of times that name no zone. A single visit of one that comes again is
/// put into that one if the file has it too.
///
/// Work: a line is looked at a few times; the limits of [`super`] and of its zones bound the rest.
///
/// # Errors
/// [`Error::TooLarge`] beyond [`LARGEST`] and [`MOST_PARTS`], [`Error::NotUnderstood`] if it is no calendar file.
pub fn read(text: &str, zone: Zone) -> Result<Calendar> {
    if text.len() > LARGEST {
        return Err(Error::TooLarge { what: Thing::Calendar });
    }
    let mut calendar = Calendar { entries: Vec::new(), left_out: Vec::new(), method_cancel: false };
    let mut read = Vec::new();
    let mut place = 0;
    for whole in components(text)? {
        let cancels = whole.says("METHOD", "CANCEL");
        calendar.method_cancel |= cancels;
        let mut zones = Zones::new(zone);
        let (described, parts): (Vec<_>, Vec<_>) =
            whole.inside.into_iter().partition(|part| part.name == "VTIMEZONE");
        described.into_iter().for_each(|description| zones.add(description));
        for part in parts {
            place += 1;
            let mut leave_out = |why| calendar.left_out.push(LeftOut { place, why });
            match entry(&part, &mut zones, cancels, &mut leave_out) {
                Ok(entry) => read.push(entry),
                Err(why) => leave_out(why),
            }
        }
    }
    calendar.entries = joined(read, zone);
    Ok(calendar)
}

/// The calendars of a file.
fn components(text: &str) -> Result<Vec<Component>> {
    let no_calendar = Error::NotUnderstood { what: Thing::Calendar };
    let mut open: Vec<Component> = Vec::new();
    let mut calendars = Vec::new();
    let mut parts = 0;
    for property in unfolded(text).filter_map(|line| Property::parse(&line)) {
        let value = property.value.trim().to_ascii_uppercase();
        match property.name.as_str() {
            "BEGIN" => {
                parts += 1;
                if parts > MOST_PARTS {
                    return Err(Error::TooLarge { what: Thing::Calendar });
                }
                let is_calendar = value == "VCALENDAR";
                if open.len() >= DEEPEST || (open.is_empty() && !is_calendar) {
                    return Err(no_calendar);
                }
                open.push(Component { name: value, ..Component::default() });
            }
            "END" if open.iter().any(|part| part.name == value) => {
                while let Some(ended) = close(&mut open, &mut calendars, false) {
                    if ended == value {
                        break;
                    }
                }
            }
            _ => {
                if let Some(part) = open.last_mut() {
                    part.properties.push(property);
                }
            }
        }
    }
    while close(&mut open, &mut calendars, true).is_some() {}
    if calendars.is_empty() { Err(no_calendar) } else { Ok(calendars) }
}

/// Ends the innermost part, and answers its name.
fn close(open: &mut Vec<Component>, calendars: &mut Vec<Component>, is_cut_off: bool) -> Option<String> {
    let mut part = open.pop()?;
    part.is_cut_off = is_cut_off;
    let name = part.name.clone();
    open.last_mut().map_or(calendars, |outer| &mut outer.inside).push(part);
    Some(name)
}

/// An entry, and of a single visit the time by which the file names it.
type Named = (Entry, Option<Zoned>);

/// What a part of a file says.
fn entry(
    part: &Component,
    zones: &mut Zones,
    cancels: bool,
    leave_out: &mut impl FnMut(Why),
) -> std::result::Result<Named, Why> {
    if part.name != "VEVENT" {
        return Err(Why::NoEvent);
    }
    if part.is_cut_off {
        return Err(Why::CutOff);
    }
    let is_off = cancels || part.says("STATUS", "CANCELLED");
    let mut visit = words_of(part);
    visit.status = if is_off { Status::CalledOff } else { Status::Planned };
    let single = part.first("RECURRENCE-ID");
    let single = single.map(|id| zones.times(id).next().flatten().ok_or(Why::UnknownZone)).transpose()?;
    // To call one off, it is enough to say which.
    let begin = match part.first("DTSTART") {
        Some(begin) => beginning(begin, zones)?,
        None => single.filter(|_| is_off).ok_or(Why::NoTime)?,
    };
    visit.zone = zone_of(begin, part);
    visit.when = when(part, begin, visit.zone, zones).checked().map_err(|_| Why::NoTime)?;
    if single.is_none() {
        visit.repeat = repeats::of(part, begin, &visit, zones).unwrap_or_else(|_| {
            leave_out(Why::Repeat);
            None
        });
    } else if part.first("RECURRENCE-ID").is_some_and(|id| id.parameter("RANGE").is_some()) {
        leave_out(Why::Repeat);
    }
    Ok((Entry { day: single.map(|id| id.in_zone(visit.zone).day()), visit }, single))
}

fn beginning(property: &Property, zones: &mut Zones) -> std::result::Result<Zoned, Why> {
    let is_a_time = Stamp::parse(&property.value).is_some();
    zones.times(property).next().flatten().ok_or(if is_a_time { Why::UnknownZone } else { Why::NoTime })
}

/// A time in UTC is hers, told by her clocks; but what comes again in UTC stays there, as her clocks change and it does
/// not.
fn zone_of(begin: Zoned, part: &Component) -> Zone {
    let comes_again = part.first("RRULE").or_else(|| part.first("RECURRENCE-ID")).is_some();
    if matches!(begin.stamp, Stamp::Utc(_)) && comes_again { Zone::UTC } else { begin.zone }
}

fn when(part: &Component, begin: Zoned, zone: Zone, zones: &mut Zones) -> When {
    let at = match begin.in_zone(zone) {
        Stamp::Day(day) => return When::Day(day),
        Stamp::Local(at) | Stamp::Utc(at) => at,
    };
    let is_window = part.says("TRANSP", "TRANSPARENT")
        && part.all("CATEGORIES").flat_map(|list| list.value.split(',')).any(|name| name.trim() == WINDOW);
    let end = part.first("DTEND").filter(|_| is_window).and_then(|end| zones.times(end).next().flatten());
    match end.map(|end| end.in_zone(zone)) {
        Some(Stamp::Local(to)) if to.date() == at.date() && to > at => {
            When::Window { day: at.date(), from: at.time(), to: to.time() }
        }
        _ => When::At(at),
    }
}

/// All but its time.
fn words_of(part: &Component) -> Visit {
    let sequence = part.value("SEQUENCE").and_then(|number| number.trim().parse().ok()).unwrap_or_default();
    let uid = part.value("UID").map(|uid| unescape(uid.trim())).filter(|uid| !uid.is_empty());
    let contact = Some(part.text("CONTACT")).filter(|text| !text.is_empty());
    let organizer = part.first("ORGANIZER");
    let name = organizer.and_then(|property| property.parameter("CN")).unwrap_or_default();
    let reach = || organizer.map(|property| reach_of(&property.value)).filter(|text| !text.is_empty());
    Visit {
        title: on_a_line(&part.text("SUMMARY")),
        place: part.text("LOCATION"),
        notes: part.text("DESCRIPTION"),
        who: on_a_line(name),
        contact: on_a_line(&contact.or_else(reach).unwrap_or_else(|| part.text("URL"))),
        source: uid.filter(|uid| uid.len() <= LONGEST_UID).map(|uid| Source { uid, sequence, day: None }),
        ..Visit::default()
    }
}

/// An address or a number without what says that it is one.
fn reach_of(value: &str) -> String {
    let (kind, rest) = value.trim().split_once(':').unwrap_or(("", value.trim()));
    let is_known = ["mailto", "tel"].iter().any(|known| kind.eq_ignore_ascii_case(known));
    if is_known { shortened(rest) } else { String::new() }
}

/// A text on one line, as long as one is kept.
fn on_a_line(text: &str) -> String {
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), kept::LONGEST_LINE)
}

fn shortened(text: &str) -> String {
    cut(text, LONGEST_TEXT)
}

fn cut(text: &str, longest: usize) -> String {
    let end = (0..=longest.min(text.len())).rev().find(|place| text.is_char_boundary(*place));
    text.get(..end.unwrap_or_default()).unwrap_or_default().to_owned()
}

/// Puts single visits into the ones that come again, and keeps the newest of two of the same UID.
fn joined(entries: Vec<Named>, here: Zone) -> Vec<Entry> {
    let (singles, wholes): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(_, id)| id.is_some());
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Entry> = Vec::new();
    for (whole, _) in wholes {
        let Some(source) = whole.visit.source.clone() else {
            kept.push(whole);
            continue;
        };
        match places.get(&source.uid).and_then(|place| kept.get_mut(*place)) {
            Some(earlier) if is_older(&earlier.visit, source.sequence) => *earlier = whole,
            Some(_) => {}
            None => {
                places.insert(source.uid, kept.len());
                kept.push(whole);
            }
        }
    }
    for (mut single, id) in singles {
        let uid = single.visit.source.as_ref().map(|source| source.uid.as_str());
        let whole = uid.and_then(|uid| places.get(uid)).and_then(|place| kept.get_mut(*place));
        if let (Some(whole), Some(id)) = (&whole, id) {
            single.day = Some(id.in_zone(whole.visit.zone).day());
        }
        if !whole.is_some_and(|whole| repeats::put_into(&mut whole.visit, &single)) {
            kept.push(alone(single, here));
        }
    }
    kept.iter_mut().for_each(|entry| repeats::put_in_order(&mut entry.visit));
    kept
}

/// A single visit without the others is told by her clocks, as any other.
fn alone(mut single: Entry, here: Zone) -> Entry {
    if single.visit.zone == Zone::UTC {
        single.visit.when = repeats::in_zone(&single.visit, here);
        single.visit.zone = here;
    }
    single
}

fn is_older(visit: &Visit, sequence: u32) -> bool {
    visit.source.as_ref().is_some_and(|source| source.sequence < sequence)
}
