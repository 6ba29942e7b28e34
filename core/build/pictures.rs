//! The pictures of phrases (`core/pictures/*.svg`, each named as its phrase), drawn out into the few commands that both
//! phones' toolkits understand.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use usvg::tiny_skia_path::{PathSegment, Point};
use usvg::{Group, Node, Options, Tree};

use crate::Outcome;

/// A table of (phrase, path), in the order of the names: SVG path data (SVG 1.1, 8.3) of M, L, Q, C and Z alone, in a box of
/// 24 by 24.
pub fn table(folder: &Path) -> Outcome<String> {
    let files = fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<Outcome<Vec<_>>>()?;
    let is_picture = |path: &&PathBuf| path.extension().is_some_and(|end| end == "svg");
    let pictures =
        files.iter().filter(is_picture).map(|path| picture(path)).collect::<Outcome<BTreeMap<_, _>>>()?;
    let mut code = String::from("static PICTURES: &[(&str, &str)] = &[\n");
    pictures.iter().try_for_each(|(name, path)| writeln!(code, "    ({name:?}, {path:?}),"))?;
    Ok(code + "];\n")
}

fn picture(file: &Path) -> Outcome<(String, String)> {
    let name = file.file_stem().and_then(|name| name.to_str()).ok_or("a name")?;
    let tree = Tree::from_str(&fs::read_to_string(file)?, &Options::default())?;
    let mut path = String::new();
    draw(tree.root(), &mut path)?;
    Ok((name.to_owned(), path.trim_end().to_owned()))
}

fn draw(group: &Group, out: &mut String) -> Outcome<()> {
    for node in group.children() {
        match node {
            Node::Group(group) => draw(group, out)?,
            Node::Path(path) => {
                let data = path.data().clone().transform(path.abs_transform()).ok_or("a transform")?;
                data.segments().try_for_each(|segment| step(segment, out))?;
            }
            Node::Image(_) | Node::Text(_) => return Err("a picture has lines alone".into()),
        }
    }
    Ok(())
}

fn step(segment: PathSegment, out: &mut String) -> Outcome<()> {
    match segment {
        PathSegment::MoveTo(to) => command(out, 'M', &[to]),
        PathSegment::LineTo(to) => command(out, 'L', &[to]),
        PathSegment::QuadTo(by, to) => command(out, 'Q', &[by, to]),
        PathSegment::CubicTo(one, two, to) => command(out, 'C', &[one, two, to]),
        PathSegment::Close => command(out, 'Z', &[]),
    }
}

fn command(out: &mut String, letter: char, points: &[Point]) -> Outcome<()> {
    write!(out, "{letter} ")?;
    for point in points {
        write!(out, "{} {} ", tenths(point.x), tenths(point.y))?;
    }
    Ok(())
}

/// To a tenth, which is finer than any screen shows.
fn tenths(number: f32) -> f32 {
    (number * 10.0).round() / 10.0
}
