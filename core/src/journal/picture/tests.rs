use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use proptest::prelude::*;

use super::*;

const MARK: &[u8] = b"51.4545N-Bristol";

fn exif_with_place(orientation: u16) -> Vec<u8> {
    let text = || Value::Ascii(vec![MARK.to_vec()]);
    let fields = [
        (Tag::Orientation, In::PRIMARY, Value::Short(vec![orientation])),
        (Tag::Model, In::PRIMARY, text()),
        (Tag::DateTimeOriginal, In::PRIMARY, text()),
        (Tag::GPSMapDatum, In::PRIMARY, text()),
        (Tag::GPSLatitude, In::PRIMARY, Value::Rational(vec![Rational { num: 51, denom: 1 }; 3])),
    ]
    .map(|(tag, ifd_num, value)| Field { tag, ifd_num, value });
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    writer.set_jpeg(MARK, In::THUMBNAIL);
    let mut out = std::io::Cursor::new(Vec::new());
    writer.write(&mut out, true).unwrap();
    out.into_inner()
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], body].concat()
}

/// Frame, tables and two scans with a restart, a stuffed byte and, where told, something between.
fn picture_segments(between: &[u8]) -> Vec<u8> {
    let scan = [&segment(0xda, &[1, 1, 0, 0, 63, 0])[..], &[1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]].concat();
    [
        segment(0xdb, &[7; 65]),
        segment(0xc2, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
        segment(0xc4, &[9; 20]),
        scan.clone(),
        between.to_vec(),
        segment(0xc4, &[6; 20]),
        scan,
    ]
    .concat()
}

fn camera_jpeg() -> Vec<u8> {
    let exif = [b"Exif\0\0", &exif_with_place(6)[..]].concat();
    let first = [
        &[0xff, 0xd8][..],
        &segment(0xe0, &[b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01", MARK].concat()),
        &segment(0xe1, &exif),
        &segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", MARK].concat()),
        &segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", &[5; 9][..]].concat()),
        &segment(0xe2, &[b"MPF\0", MARK].concat()),
        &segment(0xed, &[b"Photoshop 3.0\0", MARK].concat()),
        &segment(0xee, b"Adobe\0\x64\0\0\0\0\x01"),
        &segment(0xfe, MARK),
        &picture_segments(&segment(0xfe, MARK)),
        &[0xff, 0xd9],
    ]
    .concat();
    [&first[..], b"\0\0\0\x18ftypmp42", MARK, &first].concat()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn cleaned(media_type: &str, bytes: &[u8]) -> Vec<u8> {
    match clean(media_type, bytes).unwrap() {
        Cleaned::Picture(picture) => picture,
        Cleaned::CannotClean => panic!("not cleaned"),
    }
}

#[test]
fn a_jpeg_keeps_its_picture_and_the_way_it_is_held() {
    let camera = camera_jpeg();
    assert!(holds(&camera, MARK));
    let clean = cleaned("image/jpeg", &camera);
    assert!(!holds(&clean, MARK) && !holds(&clean, b"GPS"));
    assert!(clean.ends_with(&[&picture_segments(&[])[..], &[0xff, 0xd9]].concat()));
    assert!(holds(&clean, b"ICC_PROFILE\0\x01\x01\x05") && holds(&clean, b"Adobe"));
    let read = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(&clean)).unwrap();
    let fields: Vec<_> = read.fields().map(|field| (field.tag, field.value.get_uint(0))).collect();
    assert_eq!(fields, [(Tag::Orientation, Some(6))]);
    assert!(cleaned("image/jpeg", &clean) == clean);
}

#[test]
fn an_upright_jpeg_needs_no_exif() {
    let exif = [b"Exif\0\0", &exif_with_place(1)[..]].concat();
    let jpeg = [&[0xff, 0xd8][..], &segment(0xe1, &exif), &picture_segments(&[]), &[0xff, 0xd9]].concat();
    assert!(!holds(&cleaned("image/jpeg", &jpeg), b"Exif"));
}

fn png_chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&length[..], name, body, &[1, 2, 3, 4]].concat()
}

#[test]
fn a_png_keeps_its_picture_and_colours() {
    let start =
        [&b"\x89PNG\r\n\x1a\n"[..], &png_chunk(b"IHDR", &[0; 13]), &png_chunk(b"gAMA", &[1; 4])].concat();
    let data = [png_chunk(b"IDAT", &[2; 30]), png_chunk(b"IDAT", &[3; 30])].concat();
    let end = png_chunk(b"IEND", &[]);
    let hidden: Vec<u8> = [b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME", b"prVt"]
        .into_iter()
        .flat_map(|name| png_chunk(name, MARK))
        .collect();
    let whole = [&start[..], &hidden, &data, &hidden, &end, MARK].concat();
    assert!(cleaned("image/png", &whole) == [start, data, end].concat());
}

fn riff(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    [&name[..], &length, body, &[0][..body.len() % 2]].concat()
}

#[test]
fn a_webp_keeps_its_picture_and_its_frames() {
    let frame = |extra: &[u8]| riff(b"ANMF", &[&[9; 16][..], &riff(b"VP8L", &[4; 5]), extra].concat());
    let of = |flags: u8, extra: &[u8]| {
        let chunks = [
            &b"WEBP"[..],
            &riff(b"VP8X", &[flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]),
            &riff(b"ICCP", &[5; 7]),
            extra,
            &frame(extra),
            extra,
        ];
        riff(b"RIFF", &chunks.concat())
    };
    let hidden = [riff(b"EXIF", MARK), riff(b"XMP ", MARK), riff(b"what", MARK)].concat();
    let whole = [&of(0x3e, &hidden)[..], MARK].concat();
    assert!(cleaned("image/webp", &whole) == of(0x32, &[]));
}

#[test]
fn other_formats_are_told_apart_and_broken_ones_refused() {
    for media_type in ["image/heic", "image/gif", "video/mp4", "audio/mp4", "application/pdf", "text/plain"] {
        assert!(!can_clean(media_type));
        assert!(clean(media_type, b"x") == Ok(Cleaned::CannotClean));
    }
    for media_type in ["image/jpeg", "image/png", "image/webp"] {
        assert!(can_clean(media_type));
        for bytes in [&b""[..], b"\xff\xd8", b"\xff\xd8\xff\xd9", b"\x89PNG\r\n\x1a\n", b"RIFF\x04\0\0\0WEBP"]
        {
            let refused = clean(media_type, bytes);
            assert!(matches!(refused, Err(Error::NotUnderstood { what: Thing::Picture })));
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), which in 0..3_usize) {
        let (media_type, head) = [
            ("image/jpeg", &b"\xff\xd8\xff"[..]),
            ("image/png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"),
            ("image/webp", b"RIFF\x80\0\0\0WEBPVP8X"),
        ][which];
        let _ = clean(media_type, &bytes);
        let _ = clean(media_type, &[head, &bytes].concat());
    }

    #[test]
    fn a_damaged_jpeg_makes_no_panic_and_cleans_to_what_stays_clean(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        end in any::<prop::sample::Index>(),
    ) {
        let mut bytes = camera_jpeg();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        bytes.truncate(end.index(bytes.len()));
        if let Ok(Cleaned::Picture(once)) = clean("image/jpeg", &bytes) {
            prop_assert!(clean("image/jpeg", &once) == Ok(Cleaned::Picture(once)));
        }
    }
}
