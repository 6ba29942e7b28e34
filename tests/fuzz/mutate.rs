//! Makes broken inputs out of valid ones, always the same for the same seed. Blind to the program's own
//! branches: what guides it is the outcome a target reports (see [`crate::run`]).

/// No input is longer than this, so that a run of repeats can't grow without end.
const LONGEST: usize = 96 << 10;

/// Numbers at which lengths and offsets break.
const EDGES: [u64; 12] = [
    0,
    1,
    0x7f,
    0xff,
    0x7fff,
    0xffff,
    0x7fff_ffff,
    0xffff_ffff,
    0x1_0000_0000,
    0x7fff_ffff_ffff_ffff,
    0x8000_0000_0000_0000,
    u64::MAX,
];

/// SplitMix64 (Steele, Lea and Flood 2014): small, and good enough to pick places in a file.
pub struct Random(u64);

impl Random {
    /// The same numbers for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 if `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % (end.max(1) as u64)) as usize
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// A place in `bytes` and a length from there, short ones far more often than long ones.
    fn range(&mut self, bytes: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(bytes.len());
        let most = 1 << self.below(14);
        start..bytes.len().min(start + 1 + self.below(most))
    }
}

/// Changes one input of `corpus` in one to eight ways. `tokens` are words of the format.
pub fn mutate(random: &mut Random, corpus: &[Vec<u8>], tokens: &[&[u8]]) -> Vec<u8> {
    let mut bytes = random.pick(corpus).cloned().unwrap_or_default();
    let most = 1 << random.below(4);
    for _ in 0..=random.below(most) {
        change(random, &mut bytes, corpus, tokens);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn change(random: &mut Random, bytes: &mut Vec<u8>, corpus: &[Vec<u8>], tokens: &[&[u8]]) {
    let range = random.range(bytes);
    match random.below(12) {
        0 => flip_bit(random, bytes),
        1 => set_byte(random, bytes),
        2 => set_number(random, bytes),
        3 => set_digits(random, bytes),
        4 => drop(bytes.drain(range)),
        5 => bytes.truncate(range.start),
        6 => repeat(random, bytes, range),
        7 => put(bytes, range.start..range.start, random.pick(tokens).copied().unwrap_or(b"\0")),
        8 => put(bytes, range, random.pick(tokens).copied().unwrap_or(b"\xff")),
        9 => splice(random, bytes, range, corpus),
        10 => move_within(random, bytes, range),
        _ => bytes.get_mut(range).into_iter().flatten().for_each(|byte| *byte = random.next() as u8),
    }
}

fn put(bytes: &mut Vec<u8>, range: std::ops::Range<usize>, with: &[u8]) {
    bytes.splice(range, with.iter().copied());
}

fn flip_bit(random: &mut Random, bytes: &mut [u8]) {
    let (place, bit) = (random.below(bytes.len()), random.below(8));
    bytes.get_mut(place).into_iter().for_each(|byte| *byte ^= 1 << bit);
}

fn set_byte(random: &mut Random, bytes: &mut [u8]) {
    let place = random.below(bytes.len());
    let value = random.pick(b"\0\xff\x7f\x80 \n\"\\/{}[]:,-+*'.\xc0\xed").copied().unwrap_or_default();
    bytes.get_mut(place).into_iter().for_each(|byte| *byte = value);
}

/// A length, an offset or a count, in either order of bytes: at an edge, or close to the file's length.
fn set_number(random: &mut Random, bytes: &mut [u8]) {
    let near = (bytes.len() as u64).wrapping_add(random.below(5) as u64).wrapping_sub(2);
    let number = if random.below(3) == 0 { near } else { *random.pick(&EDGES).unwrap_or(&0) };
    let width = 1 << random.below(4);
    let place = random.below(bytes.len());
    let (little, big) = (number.to_le_bytes(), number.to_be_bytes());
    let source = if random.below(2) == 0 { &little[..width] } else { &big[8 - width..] };
    bytes.iter_mut().skip(place).zip(source).for_each(|(to, from)| *to = *from);
}

/// A number written in digits (tar and JSON have them) becomes another one.
fn set_digits(random: &mut Random, bytes: &mut Vec<u8>) {
    let from = random.below(bytes.len());
    let is_digit = |at: &usize| bytes.get(*at).is_some_and(u8::is_ascii_digit);
    let Some(start) = (from..bytes.len()).find(is_digit) else { return };
    let end = (start..bytes.len()).find(|at| !is_digit(at)).unwrap_or(bytes.len());
    let number = random.pick(&EDGES).copied().unwrap_or_default();
    let text = match random.below(4) {
        0 => format!("-{number}"),
        1 => format!("{number}e9"),
        2 => format!("{number:0width$o}", width = end - start),
        _ => number.to_string(),
    };
    put(bytes, start..end, text.as_bytes());
}

fn repeat(random: &mut Random, bytes: &mut Vec<u8>, range: std::ops::Range<usize>) {
    let part = bytes.get(range.clone()).unwrap_or_default().to_vec();
    let most = 1 << random.below(9);
    let times = (1 + random.below(most)).min(LONGEST / part.len().max(1));
    put(bytes, range.end..range.end, &part.repeat(times));
}

fn splice(random: &mut Random, bytes: &mut Vec<u8>, range: std::ops::Range<usize>, corpus: &[Vec<u8>]) {
    let Some(other) = random.pick(corpus) else { return };
    let part = random.range(other);
    put(bytes, range, other.get(part).unwrap_or_default());
}

fn move_within(random: &mut Random, bytes: &mut Vec<u8>, range: std::ops::Range<usize>) {
    let part: Vec<u8> = bytes.drain(range).collect();
    let place = random.below(bytes.len() + 1);
    put(bytes, place..place, &part);
}
