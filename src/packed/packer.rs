//! Packs numbers as the module unpacks them.

use super::{Coder, split};

#[derive(Clone, Debug)]
pub struct Packer {
    bytes: Vec<u8>,
    low: u32,
    high: u32,
}

impl Default for Packer {
    fn default() -> Self {
        Self { bytes: Vec::new(), low: 0, high: u32::MAX }
    }
}

impl Packer {
    pub fn new() -> Self {
        Self::default()
    }

    /// The bytes, with those that an unpacker reads ahead.
    pub fn finish(mut self) -> Vec<u8> {
        self.bytes.extend(self.low.to_be_bytes());
        self.bytes
    }
}

impl Coder for Packer {
    fn choose(&mut self, one: u16, bit: bool) -> bool {
        let split = split(self.low, self.high, one);
        if bit {
            self.high = split;
        } else {
            self.low = split + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.bytes.push((self.low >> 24) as u8);
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
        }
        bit
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Chance, Unpacker};
    use super::*;

    /// Codes both kinds of number with chances of its own.
    fn code(coder: &mut impl Coder, numbers: &mut [u32]) {
        let mut chances = [[Chance::default(); 20]; 3];
        let [counts, lengths, seconds] = &mut chances;
        for pair in numbers.chunks_mut(2) {
            pair[0] = coder.count(counts, pair[0]);
            pair[1] = coder.distance(lengths, seconds, pair[1]);
        }
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let numbers: Vec<u32> = (0..3000_u32)
            .flat_map(|i| [i * i % 7, (i.wrapping_mul(2_654_435_761) % 65_536) >> (i % 16)])
            .collect();
        let mut packer = Packer::new();
        code(&mut packer, &mut numbers.clone());
        let bytes = packer.finish();
        let mut unpacker = Unpacker::new(&bytes);
        let mut found = vec![0; numbers.len()];
        code(&mut unpacker, &mut found);
        assert_eq!(found, numbers);
        assert!(unpacker.is_complete());
        let mut cut_off = Unpacker::new(&bytes[..bytes.len() - 1]);
        code(&mut cut_off, &mut found);
        assert!(!cut_off.is_complete());
    }

    #[test]
    fn what_is_likely_takes_little() {
        let mut packer = Packer::new();
        let mut chance = Chance::default();
        (0..8000).for_each(|i| assert!(packer.bit(&mut chance, i % 100 > 0) == (i % 100 > 0)));
        assert!(packer.finish().len() < 100, "8,000 bits of which one in a hundred is zero");
    }
}
