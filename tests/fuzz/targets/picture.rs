//! Pictures that are cleaned of what cameras put beside them.

use fernbook_core::journal::media_type::sniff;
use fernbook_core::journal::picture::{Cleaned, clean};

use super::archives::PNG;
use super::refused;
use crate::run::{Reader, Target};

const TOKENS: &[&[u8]] = &[
    b"\xff\xd8",
    b"\xff\xd9",
    b"\xff\xe1\x00\x10Exif\0\0",
    b"\xff\xe2",
    b"\xff\xda\x00\x08",
    b"\xff\xc0",
    b"\xff\xff",
    b"\xff\x00",
    b"MPF\0",
    b"http://ns.adobe.com/xap/1.0/\0",
    b"ICC_PROFILE\0",
    b"tEXt",
    b"iTXt",
    b"eXIf",
    b"IDAT",
    b"IEND",
    b"acTL",
    b"fdAT",
    b"RIFF",
    b"WEBP",
    b"VP8X",
    b"VP8 ",
    b"VP8L",
    b"EXIF",
    b"XMP ",
    b"ANMF",
    b"ALPH",
    b"II*\0",
    b"MM\0*",
    b"\xff\xff\xff\xff",
];

/// A picture, of the kind its first bytes tell.
pub const CLEAN: Target = Target {
    name: "picture",
    test_inputs: 20_000,
    seeds: || vec![PNG.to_vec(), jpeg(), webp()],
    tokens: TOKENS,
    reader,
};

/// What is clean stays as it is when it is cleaned again.
fn reader() -> Reader {
    Box::new(|bytes| {
        let media_type = sniff(bytes);
        match clean(media_type, bytes) {
            Err(error) => format!("{media_type} {}", refused(error)),
            Ok(Cleaned::CannotClean) => format!("cannot clean {media_type}"),
            Ok(Cleaned::Picture(cleaned)) => {
                let again = clean(media_type, &cleaned);
                let same = matches!(&again, Ok(Cleaned::Picture(twice)) if *twice == cleaned);
                assert!(same, "a cleaned picture is not clean");
                format!("ok: {media_type}, shorter: {}", cleaned.len() < bytes.len())
            }
        }
    })
}

/// One grey block: the parts in their order, with an empty Exif and a comment to be taken out.
fn jpeg() -> Vec<u8> {
    let part = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], content].concat()
    };
    let codes = |class: u8| [&[class], &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &[0]].concat();
    [
        vec![0xff, 0xd8],
        part(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        part(0xe1, b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"),
        part(0xfe, b"a comment"),
        part(0xdb, &[&[0][..], &[1; 64]].concat()),
        part(0xc0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        part(0xc4, &codes(0x00)),
        part(0xc4, &codes(0x10)),
        part(0xda, &[1, 1, 0, 0, 63, 0]),
        vec![0x3f, 0xff, 0xd9],
    ]
    .concat()
}

/// The smallest lossless picture, in the extended form with an Exif part.
fn webp() -> Vec<u8> {
    let chunk = |name: &[u8; 4], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        let odd = &[0][..content.len() % 2];
        [&name[..], &length, content, odd].concat()
    };
    let parts = [
        b"WEBP".to_vec(),
        chunk(b"VP8X", &[8, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        chunk(b"VP8L", &[0x2f, 0, 0, 0, 0, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0x08]),
        chunk(b"EXIF", b"II*\0\x08\0\0\0\0\0\0\0\0\0"),
    ]
    .concat();
    chunk(b"RIFF", &parts)
}
