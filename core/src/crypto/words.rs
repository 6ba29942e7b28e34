//! Twelve generated words that carry 128 bits: the secret of a sealed copy and of a recovery. The list
//! and the checksum are those of BIP39 (English).

use bip39::{Language, Mnemonic};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::{Error, Result, Thing};

/// How many words there are.
pub const WORD_COUNT: usize = 12;

const ENTROPY_BYTES: usize = 16;
const NOT_WORDS: Error = Error::NotUnderstood { what: Thing::Words };

/// Twelve words of the list with a right checksum. Zeroed on drop; neither `Debug` nor `Clone`.
pub struct Words(Zeroizing<String>);

impl Words {
    /// New words from 128 random bits.
    ///
    /// # Errors
    /// [`Error::Internal`] if the system gives no random bytes.
    pub fn make() -> Result<Self> {
        let entropy = Zeroizing::new(super::random::make_bytes::<ENTROPY_BYTES>()?);
        let mnemonic = Mnemonic::from_entropy_in(Language::English, &entropy[..]).map_err(|_| NOT_WORDS)?;
        Ok(Self::of(&mnemonic))
    }

    /// Reads words as a person writes them down: any case, parted by spaces, lines, commas or hyphens,
    /// numbered or not (`1. apple`).
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] if there are not twelve, or one is not on the list;
    /// [`Error::WrongSecret`] if the checksum shows a slip (a wrong word or a wrong order).
    pub fn parse(typed: &str) -> Result<Self> {
        let plain = Zeroizing::new(typed.nfkc().collect::<String>().to_lowercase());
        let words = plain.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
        let mut phrase = Zeroizing::new(String::with_capacity(plain.len() + WORD_COUNT));
        let mut count = 0;
        for word in words {
            if count > 0 {
                phrase.push(' ');
            }
            phrase.push_str(word);
            count += 1;
        }
        if count != WORD_COUNT {
            return Err(NOT_WORDS);
        }
        let read = Mnemonic::parse_in_normalized(Language::English, &phrase);
        read.map(|mnemonic| Self::of(&mnemonic)).map_err(|error| match error {
            bip39::Error::InvalidChecksum => Error::WrongSecret,
            _ => NOT_WORDS,
        })
    }

    fn of(mnemonic: &Mnemonic) -> Self {
        // Room for the longest words from the start, so that no half-filled buffer is left behind.
        let mut phrase = Zeroizing::new(String::with_capacity(WORD_COUNT * 9));
        for word in mnemonic.words() {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(word);
        }
        Self(phrase)
    }

    /// The words in small letters, parted by single spaces: what she writes down, and what secrets are
    /// derived from.
    #[must_use]
    pub fn phrase(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

    #[test]
    fn new_words_read_back_and_differ() {
        let words = Words::make().unwrap();
        assert_eq!(words.phrase().split(' ').count(), WORD_COUNT);
        assert_eq!(Words::parse(words.phrase()).unwrap().phrase(), words.phrase());
        assert_ne!(Words::make().unwrap().phrase(), words.phrase());
    }

    #[test]
    fn a_test_vector_of_bip39() {
        assert_eq!(Words::parse(PLAIN).unwrap().phrase(), PLAIN);
    }

    #[test]
    fn written_down_in_any_way() {
        let numbered: Vec<String> =
            PLAIN.split(' ').enumerate().map(|(at, word)| format!("{}. {}", at + 1, word)).collect();
        let upper = PLAIN.to_uppercase();
        let ways = [numbered.join("\n"), upper, PLAIN.replace(' ', ", "), format!("  {PLAIN}\r\n")];
        for way in ways {
            assert_eq!(Words::parse(&way).unwrap().phrase(), PLAIN);
        }
    }

    #[test]
    fn a_slip_is_told_early() {
        let swapped = PLAIN.replacen("legal winner", "winner legal", 1);
        assert_eq!(Words::parse(&swapped).err(), Some(Error::WrongSecret));
        let unknown = PLAIN.replacen("legal", "fernbook", 1);
        assert_eq!(Words::parse(&unknown).err(), Some(NOT_WORDS));
        assert_eq!(Words::parse(&PLAIN.replacen("legal ", "", 1)).err(), Some(NOT_WORDS));
        assert_eq!(Words::parse(&format!("{PLAIN} {PLAIN}")).err(), Some(NOT_WORDS));
        assert_eq!(Words::parse("").err(), Some(NOT_WORDS));
    }
}
