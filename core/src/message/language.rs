//! The words for days, months and numbers in English and Welsh, with the changes Welsh makes to their beginnings.

use chrono::Weekday;

/// The weekday of a word that says so by itself.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" => Weekday::Mon,
        "tuesday" | "tue" | "tues" => Weekday::Tue,
        "wednesday" | "wed" | "weds" => Weekday::Wed,
        "thursday" | "thu" | "thur" | "thurs" => Weekday::Thu,
        "friday" | "fri" => Weekday::Fri,
        "saturday" | "sat" => Weekday::Sat,
        "sunday" | "sun" => Weekday::Sun,
        _ => return None,
    })
}

/// The weekday of a word after "dydd".
pub(super) fn welsh_weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "llun" | "lun" => Weekday::Mon,
        "mawrth" | "maw" => Weekday::Tue,
        "mercher" | "mer" => Weekday::Wed,
        "iau" => Weekday::Thu,
        "gwener" | "gwe" => Weekday::Fri,
        "sadwrn" | "sad" => Weekday::Sat,
        "sul" => Weekday::Sun,
        _ => return None,
    })
}

/// The month of a word, 1 to 12. Some are other words too, so a number must stand beside it.
pub(super) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" | "ionawr" | "ion" => 1,
        "february" | "feb" | "chwefror" | "chwef" | "chwe" => 2,
        "march" | "mar" | "mawrth" | "fawrth" | "maw" => 3,
        "april" | "apr" | "ebrill" | "ebr" => 4,
        "may" | "mai" | "fai" => 5,
        "june" | "jun" | "mehefin" | "fehefin" | "meh" => 6,
        "july" | "jul" | "gorffennaf" | "orffennaf" | "gorff" | "orff" => 7,
        "august" | "aug" | "awst" => 8,
        "september" | "sep" | "sept" | "medi" | "fedi" => 9,
        "october" | "oct" | "hydref" | "hyd" => 10,
        "november" | "nov" | "tachwedd" | "dachwedd" | "tach" => 11,
        "december" | "dec" | "rhagfyr" | "ragfyr" | "rhag" => 12,
        _ => return None,
    })
}

/// Whether a word makes the number before it one of order, as in 3rd and 3ydd.
pub(super) fn is_ordinal(word: &str) -> bool {
    matches!(
        word,
        "st" | "nd" | "rd" | "th" | "af" | "il" | "ydd" | "edd" | "fed" | "eg" | "ain" | "ed" | "fain"
    )
}

/// A number from one to twelve in words.
pub(super) fn small_number(word: &str) -> Option<u32> {
    Some(match word {
        "one" | "un" => 1,
        "two" | "dau" | "ddau" | "dwy" | "ddwy" => 2,
        "three" | "tri" | "dri" | "tair" => 3,
        "four" | "pedwar" | "bedwar" => 4,
        "five" | "pump" | "bump" => 5,
        "six" | "chwech" | "chwe" => 6,
        "seven" | "saith" => 7,
        "eight" | "wyth" => 8,
        "nine" | "naw" => 9,
        "ten" | "deg" | "ddeg" => 10,
        "eleven" => 11,
        "twelve" | "deuddeg" | "ddeuddeg" => 12,
        _ => return None,
    })
}
