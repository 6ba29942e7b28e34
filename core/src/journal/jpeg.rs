//! JPEG (ITU-T T.81) without what is hidden in it. Crates that parse JPEG keep all after the first scan
//! as one piece, with comments and second pictures in it, so the segments are walked here.

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;

/// What stays: tables, frames and scans, the JFIF and Adobe headers, the colour profile, and of EXIF
/// the orientation. The end comes at the first EOI, or where a cut file ends. None if it is no JPEG.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&[0xff, SOI])?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend([0xff, SOI]);
    let mut has_scan = false;
    while let Some((marker, after)) = next_marker(rest) {
        rest = after;
        if marker == EOI {
            break;
        }
        if is_alone(marker) {
            continue;
        }
        let Some((body, after)) = split_body(rest) else { break };
        rest = after;
        if let Some(kept) = kept(marker, body) {
            push(&mut out, marker, &kept)?;
        }
        if marker == SOS {
            let (scan, after) = rest.split_at(scan_length(rest));
            out.extend(scan);
            rest = after;
            has_scan = true;
        }
    }
    out.extend([0xff, EOI]);
    has_scan.then_some(out)
}

/// The next marker and what follows it; stray bytes before it and fill bytes are passed over.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let start = bytes.iter().position(|byte| *byte == 0xff)?;
    let from = bytes.get(start..)?;
    let fill = from.iter().position(|byte| *byte != 0xff)?;
    let (marker, rest) = from.get(fill..)?.split_first()?;
    Some((*marker, rest))
}

/// Markers without a body: restarts, TEM, a start of image out of place, and stuffed zeros.
fn is_alone(marker: u8) -> bool {
    matches!(marker, 0x00 | 0x01 | 0xd0..=0xd8)
}

fn split_body(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)).checked_sub(2)?)
}

fn push(out: &mut Vec<u8>, marker: u8, body: &[u8]) -> Option<()> {
    let length = u16::try_from(body.len() + 2).ok()?;
    out.extend([0xff, marker]);
    out.extend(length.to_be_bytes());
    out.extend(body);
    Some(())
}

fn kept(marker: u8, body: &[u8]) -> Option<Vec<u8>> {
    match marker {
        0xc8 => None,
        0xc0..=0xcf | SOS..=0xdf => Some(body.to_vec()),
        // Without the preview that may stand in it.
        0xe0 if body.starts_with(b"JFIF\0") => Some([body.get(..12)?, &[0, 0]].concat()),
        0xe1 => orientation(body.strip_prefix(b"Exif\0\0")?).map(exif_of),
        0xe2 if body.starts_with(b"ICC_PROFILE\0") => Some(body.to_vec()),
        0xee if body.starts_with(b"Adobe") => body.get(..12).map(<[u8]>::to_vec),
        _ => None,
    }
}

/// How many bytes of coded data follow a scan's header: up to a marker other than a restart.
fn scan_length(bytes: &[u8]) -> usize {
    let is_end = |pair: &[u8]| matches!(pair, [0xff, next] if !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff));
    bytes.windows(2).position(is_end).unwrap_or(bytes.len())
}

/// The orientation in a TIFF block, if it is one of the eight and not the plain one.
fn orientation(tiff: &[u8]) -> Option<u8> {
    let mut reader = exif::Reader::new();
    let read = reader.continue_on_error(true).read_raw(tiff.to_vec());
    let read = read.or_else(|error| error.distill_partial_result(|_| ())).ok()?;
    let value = read.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0)?;
    u8::try_from(value).ok().filter(|value| (2..=8).contains(value))
}

/// EXIF that holds an orientation and nothing else (TIFF 6.0, one entry).
fn exif_of(orientation: u8) -> Vec<u8> {
    let head = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    [&head[..], &[orientation], &[0; 6]].concat()
}
