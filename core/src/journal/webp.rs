//! WebP (RFC 9649) without what is hidden in it.

/// Chunks that are needed to show the picture.
const KEPT: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// Bits of VP8X that say that EXIF and XMP follow.
const SAYS_HIDDEN: u8 = 0x08 | 0x04;

/// Bytes of a frame of an animation before its own chunks.
const FRAME_HEAD: usize = 16;

/// Keeps the chunks above. None if it is no WebP, or cut short.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let (size, rest) = bytes.strip_prefix(b"RIFF")?.split_first_chunk::<4>()?;
    let (body, _) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*size)).ok()?)?;
    let mut out = b"WEBP".to_vec();
    keep_chunks(body.strip_prefix(b"WEBP")?, &mut out)?;
    let mut file = Vec::with_capacity(out.len() + 8);
    push(&mut file, *b"RIFF", &out)?;
    (out.len() > 4).then_some(file)
}

fn keep_chunks(mut rest: &[u8], out: &mut Vec<u8>) -> Option<()> {
    while !rest.is_empty() {
        let (name, body, after) = split_chunk(rest)?;
        if KEPT.contains(&&name) {
            push(out, name, &cleaned(name, body)?)?;
        }
        rest = after;
    }
    Some(())
}

/// The first chunk's name and body, and what follows its padding.
fn split_chunk(bytes: &[u8]) -> Option<([u8; 4], &[u8], &[u8])> {
    let (name, rest) = bytes.split_first_chunk::<4>()?;
    let (size, rest) = rest.split_first_chunk::<4>()?;
    let (body, rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*size)).ok()?)?;
    let padding = (body.len() % 2).min(rest.len());
    Some((*name, body, rest.get(padding..)?))
}

fn cleaned(name: [u8; 4], body: &[u8]) -> Option<Vec<u8>> {
    match &name {
        b"VP8X" => {
            let (flags, rest) = body.split_first()?;
            Some([&[flags & !SAYS_HIDDEN], rest.get(..9)?].concat())
        }
        b"ANMF" => clean_frame(body),
        _ => Some(body.to_vec()),
    }
}

/// A frame holds a picture and no frames, whatever the file says.
fn clean_frame(body: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = body.split_at_checked(FRAME_HEAD)?;
    let mut out = head.to_vec();
    while !rest.is_empty() {
        let (name, body, after) = split_chunk(rest)?;
        if matches!(&name, b"VP8 " | b"VP8L" | b"ALPH") {
            push(&mut out, name, body)?;
        }
        rest = after;
    }
    Some(out)
}

fn push(out: &mut Vec<u8>, name: [u8; 4], body: &[u8]) -> Option<()> {
    out.extend(name);
    out.extend(u32::try_from(body.len()).ok()?.to_le_bytes());
    out.extend(body);
    if !body.len().is_multiple_of(2) {
        out.push(0);
    }
    Some(())
}
