//! Pictures of phrases, for whoever does not read them.

// PICTURES: the name of each phrase that has one, and its path.
include!(concat!(env!("OUT_DIR"), "/pictures.rs"));

/// The picture of a phrase, as SVG path data (SVG 1.1, 8.3) of absolute M, L, Q, C and Z alone, in a box of 24 by 24, to be
/// drawn as a line 2 wide with round ends. Empty for a phrase that has none.
#[must_use]
pub fn of(phrase: &str) -> &'static str {
    let found = PICTURES.binary_search_by_key(&phrase, |(name, _)| name);
    found.ok().and_then(|place| PICTURES.get(place)).map_or("", |(_, path)| path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::phrase::List;

    #[test]
    fn every_phrase_has_a_picture_of_its_own_in_its_list() {
        for list in List::ALL {
            let mut seen: Vec<&str> = list.phrases().iter().map(|phrase| of(phrase.name())).collect();
            assert!(seen.iter().all(|path| path.starts_with("M ")), "{}", list.name());
            seen.sort_unstable();
            assert!(seen.windows(2).all(|pair| pair[0] != pair[1]), "{}", list.name());
        }
        assert_eq!(of("no-such-phrase"), "");
    }

    #[test]
    fn a_picture_stays_in_its_box_and_has_few_commands() {
        for (name, path) in PICTURES {
            for word in path.split(' ') {
                let inside = word.parse::<f32>().is_ok_and(|number| (0.0..=24.0).contains(&number));
                assert!(inside || matches!(word, "M" | "L" | "Q" | "C" | "Z"), "{name}: {word}");
            }
        }
    }
}
