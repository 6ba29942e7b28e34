//! Chance that can be had again: every run prints its seed, and `FERNBOOK_SEED` gives it back.

/// SplitMix64 (Steele, Lea, Flood 2014): not for secrets.
pub struct Chance(u64);

impl Chance {
    /// Always the same draws for a test's name, unless `FERNBOOK_SEED` asks for others.
    #[must_use]
    pub fn of(test: &str) -> Self {
        let given = std::env::var("FERNBOOK_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or(20_261_122_u64);
        println!("{test}: FERNBOOK_SEED={seed}");
        let name = test.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        Self(seed ^ name)
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number under `end`, or 0 if `end` is.
    pub fn under(&mut self, end: u64) -> u64 {
        if end == 0 { 0 } else { self.draw() % end }
    }

    /// True once in `of` times.
    pub fn once_in(&mut self, of: u64) -> bool {
        self.under(of) == 0
    }

    /// A word of so many small letters.
    pub fn word(&mut self, letters: usize) -> String {
        (0..letters).map(|_| char::from(b'a' + u8::try_from(self.under(26)).unwrap_or(0))).collect()
    }
}
