//! Tells a file's media type from its first bytes; its name is not trusted.

/// The media type of what is not known.
pub const UNKNOWN: &str = "application/octet-stream";

/// The media type (RFC 6838) of a file that begins with these bytes: at least the first 64, better the
/// first chunk.
#[must_use]
pub fn sniff(head: &[u8]) -> &'static str {
    let at = |offset: usize, mark: &[u8]| head.get(offset..).is_some_and(|rest| rest.starts_with(mark));
    match () {
        () if at(0, b"\xff\xd8\xff") => "image/jpeg",
        () if at(0, b"\x89PNG\r\n\x1a\n") => "image/png",
        () if at(0, b"GIF87a") || at(0, b"GIF89a") => "image/gif",
        () if at(0, b"RIFF") && at(8, b"WEBP") => "image/webp",
        () if at(0, b"RIFF") && at(8, b"WAVE") => "audio/wav",
        () if at(4, b"ftyp") => of_brand(head.get(8..12).unwrap_or_default()),
        () if at(0, b"OggS") => "audio/ogg",
        () if at(0, b"ID3") || is_mp3_frame(head) => "audio/mpeg",
        () if at(0, b"%PDF-") => "application/pdf",
        () if is_text(head) => "text/plain",
        () => UNKNOWN,
    }
}

/// The major brand of an ISO base media file (ISO/IEC 14496-12).
fn of_brand(brand: &[u8]) -> &'static str {
    match brand {
        b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"mif1" | b"msf1" => "image/heic",
        b"avif" | b"avis" => "image/avif",
        b"M4A " | b"M4B " => "audio/mp4",
        b"qt  " => "video/quicktime",
        _ => "video/mp4",
    }
}

/// A frame of MPEG audio, layer III, with a bit rate and a sample rate that exist.
fn is_mp3_frame(head: &[u8]) -> bool {
    match head {
        [0xff, second, third, ..] => {
            second & 0xe6 == 0xe2
                && second & 0x18 != 0x08
                && third >> 4 != 0x0f
                && third >> 4 != 0
                && third & 0x0c != 0x0c
        }
        _ => false,
    }
}

fn is_text(head: &[u8]) -> bool {
    let whole = match std::str::from_utf8(head) {
        Ok(text) => text,
        // The last character may be cut by the end of the chunk.
        Err(error) if error.error_len().is_none() => {
            head.get(..error.valid_up_to()).and_then(|part| std::str::from_utf8(part).ok()).unwrap_or("\0")
        }
        Err(_) => return false,
    };
    !head.is_empty() && !whole.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0c'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_tell() {
        let of: &[(&[u8], &str)] = &[
            (b"\xff\xd8\xff\xe0..", "image/jpeg"),
            (b"\x89PNG\r\n\x1a\n..", "image/png"),
            (b"GIF89a", "image/gif"),
            (b"RIFF....WEBPVP8 ", "image/webp"),
            (b"RIFF....WAVEfmt ", "audio/wav"),
            (b"\0\0\0\x18ftypheic", "image/heic"),
            (b"\0\0\0\x18ftypM4A ", "audio/mp4"),
            (b"\0\0\0\x18ftypisom", "video/mp4"),
            (b"OggS\0", "audio/ogg"),
            (b"ID3\x04", "audio/mpeg"),
            (b"\xff\xfb\x90\x64", "audio/mpeg"),
            (b"%PDF-1.7", "application/pdf"),
            ("Grüße\r\n".as_bytes(), "text/plain"),
            (b"Gr\xc3", "text/plain"),
            (b"a\0b", UNKNOWN),
            (b"\xff\xff\xff\xff", UNKNOWN),
            (b"", UNKNOWN),
        ];
        for (bytes, expected) in of {
            assert_eq!(sniff(bytes), *expected);
        }
    }
}
