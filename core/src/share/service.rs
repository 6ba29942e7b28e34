//! Ways to show that services ask for: an HL7 FHIR document, a QR code, a sealed file. They are in the core and the command
//! line; no phone has them.

use std::io::Write;

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use rusqlite::Connection;

use super::prepare::{Output, Prepared, as_page, prepare_with};
use super::request::Request;
use super::{fhir, text};
use crate::consent::grant::Way;
use crate::crypto::words::Words as Secret;
use crate::error::{Error, Result, Thing};
use crate::exchange::copy::sealed;
use crate::time::{Moment, Zone};
use crate::words::Words;

/// Pixels of one dot of a QR code, at least.
const DOT: u32 = 8;

/// Gets an HL7 FHIR R4 document ready.
///
/// # Errors
/// Those of [`prepare`](super::prepare::prepare).
pub fn fhir(
    conn: &Connection,
    words: &Words,
    request: &Request,
    now: Moment,
    zone: Zone,
) -> Result<Prepared> {
    is_way(request, Way::Fhir)?;
    let extras = fhir::Extras::of(conn, request)?;
    prepare_with(conn, words, request, now, |page| {
        let bytes = fhir::document(page, &extras, words, now.local(zone).date())?;
        Ok(Output { bytes, media_type: "application/fhir+json", file_name: "page.json" })
    })
}

/// Gets a QR code (ISO/IEC 18004) of the page's text ready, as an SVG picture.
///
/// # Errors
/// Those of [`prepare`](super::prepare::prepare); [`Error::TooLarge`] if a code does not hold so much.
pub fn qr(conn: &Connection, words: &Words, request: &Request, now: Moment) -> Result<Prepared> {
    is_way(request, Way::Qr)?;
    prepare_with(conn, words, request, now, |page| {
        let code = QrCode::with_error_correction_level(text::text(page), EcLevel::L);
        let code = code.map_err(|_| Error::TooLarge { what: Thing::Card })?;
        let picture = code.render::<svg::Color<'_>>().min_dimensions(DOT, DOT).build();
        let picture = picture + "\n";
        Ok(Output { bytes: picture.into_bytes(), media_type: "image/svg+xml", file_name: "page.svg" })
    })
}

/// Gets a sealed file ready: the page in an `age` file to these words.
///
/// # Errors
/// Those of [`prepare`](super::prepare::prepare).
pub fn seal(
    conn: &Connection,
    words: &Words,
    request: &Request,
    secret: &Secret,
    now: Moment,
) -> Result<Prepared> {
    is_way(request, Way::Seal)?;
    prepare_with(conn, words, request, now, |page| {
        let page = as_page(page, words);
        let mut out = sealed::one_file(Vec::new(), secret)?;
        out.write_all(&page.bytes)?;
        Ok(Output { bytes: out.finish()?, media_type: "application/octet-stream", file_name: "page.age" })
    })
}

fn is_way(request: &Request, way: Way) -> Result<()> {
    if request.way == way { Ok(()) } else { Err(Error::NotUnderstood { what: Thing::Receipt }) }
}
