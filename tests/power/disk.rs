//! A disk that forgets as badly as the rules allow. What was synced stays. Of all else, at a loss of
//! power: each write to a file is kept, lost, or kept by single sectors of 512 bytes, in no order; a new
//! length may be kept or lost; of the changes of names in a folder some of the first are kept, since file
//! systems with a journal keep them in order. A synced file may still have no name.

use std::collections::{BTreeMap, HashMap};
use std::path::{Component, Path, PathBuf};

use fernbook_tests::chance::Chance;

use crate::trace::Call;

const SECTOR: usize = 512;

enum Node {
    File { durable: Vec<u8>, pending: Vec<Change> },
    Folder { durable: Names, pending: Vec<Naming> },
}

type Names = BTreeMap<String, usize>;

enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
}

#[derive(Clone)]
enum Naming {
    Give(String, usize),
    Take(String),
    Move(String, String),
}

#[derive(Clone, Copy)]
struct Handle {
    node: Option<usize>,
    at: usize,
}

/// The disk, and what the program has open on it.
pub struct Disk {
    root: PathBuf,
    nodes: Vec<Node>,
    handles: HashMap<i64, Handle>,
    /// What the program has written to its standard output.
    pub told: String,
}

/// The number of standard output.
const OUTPUT: i64 = 1;

impl Disk {
    /// A disk on which all that lies in `files` is durable, and stands at `root`. Paths outside `root` are not
    /// looked at.
    pub fn holding(files: &Path, root: &Path) -> Self {
        let mut disk =
            Self { root: root.into(), nodes: Vec::new(), handles: HashMap::new(), told: String::new() };
        disk.handles.insert(OUTPUT, Handle { node: None, at: 0 });
        disk.load(files);
        disk
    }

    fn load(&mut self, folder: &Path) -> usize {
        let number = self.add(Node::Folder { durable: Names::new(), pending: Vec::new() });
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let child = if path.is_dir() {
                self.load(&path)
            } else {
                let durable = std::fs::read(&path).unwrap();
                self.add(Node::File { durable, pending: Vec::new() })
            };
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            self.name(number, Naming::Give(name, child));
        }
        self.sync(number);
        number
    }

    fn add(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn name(&mut self, folder: usize, naming: Naming) {
        let Node::Folder { pending, .. } = &mut self.nodes[folder] else { panic!("not a folder") };
        pending.push(naming);
    }

    /// The folder that a path's last name is in, and that name; `None` outside the root.
    fn place(&self, path: &Path) -> Option<(usize, String)> {
        let inside = path.strip_prefix(&self.root).ok()?;
        let mut names: Vec<String> = inside
            .components()
            .filter_map(|part| if let Component::Normal(name) = part { name.to_str() } else { None })
            .map(str::to_owned)
            .collect();
        let last = names.pop()?;
        let mut folder = 0;
        for name in names {
            folder = *self.names(folder).get(&name)?;
        }
        Some((folder, last))
    }

    /// Names in a folder as the running program sees them.
    fn names(&self, folder: usize) -> Names {
        let Node::Folder { durable, pending } = &self.nodes[folder] else { panic!("not a folder") };
        named(durable, pending)
    }

    fn find(&self, path: &Path) -> Option<usize> {
        if path == self.root {
            return Some(0);
        }
        let (folder, name) = self.place(path)?;
        self.names(folder).get(&name).copied()
    }

    /// Does what a call did.
    pub fn follow(&mut self, call: &Call) {
        match call {
            Call::Open { path, create, cut, fd } => self.open(path, *create, *cut, *fd),
            Call::Same { from, to } => {
                let handle = self.handles.get(from).copied();
                handle.map(|handle| self.handles.insert(*to, handle));
            }
            Call::Close { fd } => drop(self.handles.remove(fd)),
            Call::Seek { fd, to } => {
                if let Some(handle) = self.handles.get_mut(fd) {
                    handle.at = usize::try_from(*to).unwrap();
                }
            }
            Call::Write { fd, at, bytes } => self.write(*fd, *at, bytes),
            Call::Truncate { fd, length } => {
                self.change(*fd, Change::Length(usize::try_from(*length).unwrap()))
            }
            Call::Sync { fd } => {
                if let Some(node) = self.handles.get(fd).and_then(|handle| handle.node) {
                    self.sync(node);
                }
            }
            Call::Rename { from, to } => self.rename(from, to),
            Call::Remove { path } => {
                if let Some((folder, name)) = self.place(path) {
                    self.name(folder, Naming::Take(name));
                }
            }
            Call::MakeFolder { path } => {
                if let Some((folder, name)) = self.place(path) {
                    let made = self.add(Node::Folder { durable: Names::new(), pending: Vec::new() });
                    self.name(folder, Naming::Give(name, made));
                }
            }
        }
    }

    fn open(&mut self, path: &Path, create: bool, cut: bool, fd: i64) {
        self.handles.remove(&fd);
        let node = match (self.find(path), self.place(path)) {
            (None, Some((folder, name))) if create => {
                let made = self.add(Node::File { durable: Vec::new(), pending: Vec::new() });
                self.name(folder, Naming::Give(name, made));
                Some(made)
            }
            (found, _) => found,
        };
        if let Some(node) = node {
            self.handles.insert(fd, Handle { node: Some(node), at: 0 });
            if cut {
                self.change(fd, Change::Length(0));
            }
        }
    }

    fn write(&mut self, fd: i64, at: Option<u64>, bytes: &[u8]) {
        let Some(handle) = self.handles.get_mut(&fd) else { return };
        let start = at.map_or(handle.at, |at| usize::try_from(at).unwrap());
        if at.is_none() {
            handle.at += bytes.len();
        }
        match handle.node {
            Some(_) => self.change(fd, Change::Write { at: start, bytes: bytes.to_vec() }),
            None => self.told += std::str::from_utf8(bytes).unwrap(),
        }
    }

    fn change(&mut self, fd: i64, change: Change) {
        let Some(node) = self.handles.get(&fd).and_then(|handle| handle.node) else { return };
        if let Node::File { pending, .. } = &mut self.nodes[node] {
            pending.push(change);
        }
    }

    fn rename(&mut self, from: &Path, to: &Path) {
        let (Some((folder, old)), Some((same, new))) = (self.place(from), self.place(to)) else { return };
        assert_eq!(folder, same, "the model knows renaming in one folder");
        self.name(folder, Naming::Move(old, new));
    }

    fn sync(&mut self, node: usize) {
        match &mut self.nodes[node] {
            Node::File { durable, pending } => {
                pending.drain(..).for_each(|change| apply(durable, &change, |_| true));
            }
            Node::Folder { durable, pending } => {
                *durable = named(durable, pending);
                pending.clear();
            }
        }
    }

    /// Lays down what could be found after a loss of power now.
    pub fn lay_after_loss(&self, chance: &mut Chance, folder: &Path) {
        let luck = Luck::draw(chance);
        self.lay(0, chance, luck, folder);
    }

    fn lay(&self, number: usize, chance: &mut Chance, luck: Luck, path: &Path) {
        match &self.nodes[number] {
            Node::File { durable, pending } => {
                let mut bytes = durable.clone();
                pending.iter().for_each(|change| luck.keep(chance, &mut bytes, change));
                std::fs::write(path, bytes).unwrap();
            }
            Node::Folder { durable, pending } => {
                let kept = match luck {
                    Luck::Worst => 0,
                    Luck::Best => pending.len(),
                    Luck::Mixed => usize::try_from(chance.under(pending.len() as u64 + 1)).unwrap(),
                };
                std::fs::create_dir_all(path).unwrap();
                for (name, child) in named(durable, &pending[..kept]) {
                    self.lay(child, chance, luck, &path.join(name));
                }
            }
        }
    }
}

/// How much of what was not synced is kept.
#[derive(Clone, Copy)]
enum Luck {
    Worst,
    Mixed,
    Best,
}

impl Luck {
    fn draw(chance: &mut Chance) -> Self {
        match chance.under(8) {
            0 => Self::Worst,
            1 => Self::Best,
            _ => Self::Mixed,
        }
    }

    fn keep(self, chance: &mut Chance, bytes: &mut Vec<u8>, change: &Change) {
        match self {
            Self::Worst => {}
            Self::Best => apply(bytes, change, |_| true),
            Self::Mixed => match chance.under(3) {
                0 => {}
                1 => apply(bytes, change, |_| true),
                _ => apply(bytes, change, |_| chance.once_in(2)),
            },
        }
    }
}

/// A change of a length is kept or lost whole; of a write those sectors that `keeps` says.
fn apply(bytes: &mut Vec<u8>, change: &Change, mut keeps: impl FnMut(usize) -> bool) {
    let (mut at, mut rest) = match change {
        Change::Length(length) if keeps(0) => return bytes.resize(*length, 0),
        Change::Length(_) => return,
        Change::Write { at, bytes } => (*at, &bytes[..]),
    };
    while !rest.is_empty() {
        let (part, after) = rest.split_at(rest.len().min(SECTOR - at % SECTOR));
        if keeps(at) {
            bytes.resize(bytes.len().max(at + part.len()), 0);
            bytes[at..at + part.len()].copy_from_slice(part);
        }
        at += part.len();
        rest = after;
    }
}

fn named(durable: &Names, pending: &[Naming]) -> Names {
    let mut names = durable.clone();
    for naming in pending {
        match naming {
            Naming::Give(name, node) => drop(names.insert(name.clone(), *node)),
            Naming::Take(name) => drop(names.remove(name)),
            Naming::Move(from, to) => {
                let node = names.remove(from).expect("a name that was given");
                names.insert(to.clone(), node);
            }
        }
    }
    names
}
