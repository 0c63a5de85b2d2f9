//! Numbers in few bytes: an adaptive binary arithmetic coder (Witten, Neal & Cleary 1987; the carry-less form of Mahoney's
//! lpaq), which needs less for the weights than any general compression of the module finds.
//!
//! What a file holds is described once, as a walk over its numbers by way of [`Coder`]. The module's [`Unpacker`] fills
//! them in; the [`Packer`] of training and of `build.rs`, which packs the word lists, writes them down.

mod packer;
pub mod text;

pub use packer::Packer;

/// What stands behind the first empty line of a weights file: above it lines of text say where the weights come from. In a
/// constant, that text stays outside the module.
pub const fn behind_text(file: &[u8]) -> &[u8] {
    let mut rest = file;
    while let [_, tail @ ..] = rest {
        if let [b'\n', b'\n', packed @ ..] = rest {
            return packed;
        }
        rest = tail;
    }
    rest
}

/// How likely a one is, learned from the bits that were coded with it.
#[derive(Clone, Copy, Debug)]
pub struct Chance {
    /// In parts of 65,536.
    one: u16,
    seen: u16,
}

impl Default for Chance {
    fn default() -> Self {
        Self { one: 1 << 15, seen: 0 }
    }
}

impl Chance {
    /// Learning goes on as if so few bits had been seen at most.
    const MEMORY: u16 = 250;

    pub fn learn(&mut self, bit: bool) {
        if bit {
            self.one += (u16::MAX - self.one) / (self.seen + 2);
        } else {
            self.one -= self.one / (self.seen + 2);
        }
        self.seen = (self.seen + 1).min(Self::MEMORY);
    }
}

/// Where the interval from `low` to `high` is split: a one lies up to there, a zero behind.
fn split(low: u32, high: u32, one: u16) -> u32 {
    low + ((high - low) >> 16) * u32::from(one)
}

/// Codes numbers: each is given, and returned as the file has it. An unpacker disregards what it is given.
pub trait Coder {
    /// A bit of which one knows how likely a one is, in parts of 65,536.
    fn choose(&mut self, one: u16, bit: bool) -> bool;

    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool {
        let bit = self.choose(chance.one, bit);
        chance.learn(bit);
        bit
    }

    /// A number that is small most of the time, as so many ones. Those beyond the last chance share it.
    fn count(&mut self, chances: &mut [Chance], number: u32) -> u32 {
        let last = chances.len().saturating_sub(1);
        let mut count = 0;
        while let Some(chance) = chances.get_mut(last.min(count as usize)) {
            if !self.bit(chance, count < number) || count == u32::from(u16::MAX) {
                break;
            }
            count += 1;
        }
        count
    }

    /// A number that may be large: how many bits it has, and those behind the first.
    fn distance(&mut self, lengths: &mut [Chance], seconds: &mut [Chance], number: u32) -> u32 {
        let length = self.count(lengths, u32::BITS - number.leading_zeros());
        let mut found = u32::from(length > 0);
        for place in (0..length.saturating_sub(1)).rev() {
            let mut even = Chance::default();
            let second = seconds.get_mut(length as usize).filter(|_| place + 2 == length);
            let bit = self.bit(second.unwrap_or(&mut even), number >> place & 1 == 1);
            found = found << 1 | u32::from(bit);
        }
        found
    }
}

/// Reads what a packer wrote.
#[derive(Clone, Debug)]
pub struct Unpacker<'f> {
    rest: &'f [u8],
    low: u32,
    high: u32,
    at: u32,
    /// Bytes that were read beyond the end.
    missing: usize,
}

impl<'f> Unpacker<'f> {
    pub fn new(file: &'f [u8]) -> Self {
        let mut unpacker = Self { rest: file, low: 0, high: u32::MAX, at: 0, missing: 0 };
        (0..4).for_each(|_| unpacker.read());
        unpacker
    }

    /// Whether the file ended where the numbers did.
    pub fn is_complete(&self) -> bool {
        self.missing == 0 && self.rest.is_empty()
    }

    fn read(&mut self) {
        let byte = self.rest.split_off_first().copied();
        self.missing += usize::from(byte.is_none());
        self.at = self.at << 8 | u32::from(byte.unwrap_or_default());
    }
}

impl Coder for Unpacker<'_> {
    #[inline(never)]
    fn choose(&mut self, one: u16, _: bool) -> bool {
        let split = split(self.low, self.high, one);
        let bit = self.at <= split;
        if bit {
            self.high = split;
        } else {
            self.low = split + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
            self.read();
        }
        bit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bit_that_comes_often_is_likely_and_none_is_certain() {
        let mut chance = Chance::default();
        (0..10_000).for_each(|_| chance.learn(true));
        let split = split(0, u32::MAX, chance.one);
        assert!((0xff00_0000..u32::MAX).contains(&split));
        (0..10_000).for_each(|_| chance.learn(false));
        assert!(super::split(0, u32::MAX, chance.one) < 0x0100_0000);
    }

    #[test]
    fn an_even_chance_takes_a_bit() {
        // A bit below the middle is a one.
        let mut unpacker = Unpacker::new(&[0b0101_0011, 0, 0, 0]);
        let bits = [(); 8].map(|()| unpacker.bit(&mut Chance::default(), false));
        assert_eq!(bits, [true, false, true, false, true, true, false, false]);
    }

    #[test]
    fn what_is_cut_off_is_noticed() {
        assert!(!Unpacker::new(&[1, 2, 3]).is_complete());
        assert!(Unpacker::new(&[1, 2, 3, 4]).is_complete());
        assert!(!Unpacker::new(&[1, 2, 3, 4, 5]).is_complete());
    }

    #[test]
    fn text_ends_with_an_empty_line() {
        assert_eq!(behind_text(b"weights\nof fish\n\n\x01\n\n"), b"\x01\n\n");
        assert!(behind_text(b"no end\n").is_empty());
    }

    #[test]
    fn no_file_is_read_without_end() {
        let mut unpacker = Unpacker::new(&[0; 4]);
        let mut chances = [Chance::default(); 3];
        assert_eq!(unpacker.count(&mut chances, 0), u32::from(u16::MAX));
        assert!(!unpacker.is_complete());
    }
}
