//! The bytes of a text file as text: UTF-8 or UTF-16 by their mark, else UTF-8, else Windows-1252, the
//! usual encoding of old Windows files. (A table of 32 characters, so no library for it.)

/// What bytes 0x80 to 0x9F mean in Windows-1252, as the WHATWG Encoding Standard has it.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The text, or `None` if these bytes are none.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => decode_marked(String::from_utf8_lossy(rest).into_owned()),
        [0xFF, 0xFE, rest @ ..] => decode_marked(decode_utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => decode_marked(decode_utf16(rest, u16::from_be_bytes)),
        _ if bytes.iter().copied().any(is_binary) => None,
        _ => Some(match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().copied().map(windows_1252).collect(),
        }),
    }
}

/// A mark alone does not make bytes a text.
fn decode_marked(text: String) -> Option<String> {
    (!text.contains('\0')).then_some(text)
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| match *pair {
        [first, second] => unit([first, second]),
        _ => 0xFFFD,
    });
    char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Control characters that no text has: all below 0x20 but tab, line ends, form feed and escape.
fn is_binary(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B)
}

fn windows_1252(byte: u8) -> char {
    let high = byte.checked_sub(0x80).and_then(|index| WINDOWS_1252.get(usize::from(index)));
    high.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_words() {
        let words = "Zoë’s café 🌿";
        let mut with_mark = vec![0xEF, 0xBB, 0xBF];
        with_mark.extend(words.bytes());
        let little: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(words.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        for bytes in [words.as_bytes(), &with_mark, &little, &big] {
            assert_eq!(decode(bytes).as_deref(), Some(words));
        }
        assert_eq!(decode(b"Zo\xEB\x92s caf\xE9 \x80").as_deref(), Some("Zoë’s café €"));
    }

    #[test]
    fn pictures_are_not_text() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), None);
        assert_eq!(decode(b"\xFF\xD8\xFF\xE0\0\x10JFIF"), None);
        assert_eq!(decode(b"\xFF\xFEa\0\0\0"), None);
        assert_eq!(decode(b"").as_deref(), Some(""));
    }
}
