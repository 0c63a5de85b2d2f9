//! How the weights of the buckets are packed: which ones a bucket has, their signs and sizes, each bit with the chance of
//! its like.

use super::model::{EMISSIONS, KINDS};
use crate::packed::{Chance, Coder};

/// Sizes of a weight that have a chance of their own.
const SIZES: usize = 12;
/// Lengths of a distance between buckets, in bits.
const LENGTHS: usize = 17;
/// The place of the weight for starting any section.
const START: usize = KINDS;

/// Codes the buckets one after the other. Packing and unpacking go the same way.
#[derive(Debug)]
pub struct EmissionCoder {
    lengths: [Chance; LENGTHS],
    seconds: [Chance; LENGTHS],
    /// By which kinds so far have a weight for being inside.
    inside: [Chance; 1 << KINDS],
    /// By how many of them.
    start: [Chance; 4],
    /// For each kind by all of this.
    starts: [[Chance; 24]; KINDS],
    /// For each weight by the sign of the kind's weight for being inside and of most so far.
    negative: [[Chance; 9]; EMISSIONS],
    /// For each weight by sign.
    sizes: [[[Chance; SIZES]; 2]; EMISSIONS],
}

impl Default for EmissionCoder {
    fn default() -> Self {
        let chance = Chance::default();
        Self {
            lengths: [chance; LENGTHS],
            seconds: [chance; LENGTHS],
            inside: [chance; 1 << KINDS],
            start: [chance; 4],
            starts: [[chance; 24]; KINDS],
            negative: [[chance; 9]; EMISSIONS],
            sizes: [[[chance; SIZES]; 2]; EMISSIONS],
        }
    }
}

impl EmissionCoder {
    /// The distance from one bucket to the next.
    pub fn distance(&mut self, coder: &mut impl Coder, distance: u32) -> u32 {
        coder.distance(&mut self.lengths, &mut self.seconds, distance)
    }

    /// The weights of a bucket.
    pub fn weights(&mut self, coder: &mut impl Coder, weights: &mut [i8; EMISSIONS]) {
        let present = self.present(coder, weights);
        let mut signs = 0;
        for i in 0..EMISSIONS {
            if !present[i] {
                weights[i] = 0;
                continue;
            }
            let of_kind = i.checked_sub(START + 1).map_or(0, |kind| i32::from(weights[kind]));
            let context = (of_kind.signum() + 1) * 3 + i32::signum(signs) + 1;
            let negative = coder.bit(&mut self.negative[i][context as usize], weights[i] < 0);
            let sizes = &mut self.sizes[i][usize::from(negative)];
            let size = coder.count(sizes, u32::from(weights[i].unsigned_abs().saturating_sub(1)));
            let size = size.min(126) as i8 + 1;
            weights[i] = if negative { -size } else { size };
            signs += if negative { -1 } else { 1 };
        }
    }

    /// Which weights are not zero.
    fn present(&mut self, coder: &mut impl Coder, weights: &[i8; EMISSIONS]) -> [bool; EMISSIONS] {
        let mut present = [false; EMISSIONS];
        let mut before = 1;
        let mut inside = 0;
        for kind in 0..KINDS {
            present[kind] = coder.bit(&mut self.inside[before], weights[kind] != 0);
            before = before << 1 | usize::from(present[kind]);
            inside += usize::from(present[kind]);
        }
        let start = coder.bit(&mut self.start[inside.min(3)], weights[START] != 0);
        present[START] = start;
        let mut any = false;
        for kind in 0..KINDS {
            let i = START + 1 + kind;
            let context = ((inside.min(2) * 2 + usize::from(start)) * 2 + usize::from(any)) * 2;
            let chance = &mut self.starts[kind][context + usize::from(present[kind])];
            present[i] = coder.bit(chance, weights[i] != 0);
            any |= present[i];
        }
        present
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packed::{Packer, Unpacker};

    #[test]
    fn weights_are_read_as_they_are_written() {
        let mut seed = 7_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed >> 16
        };
        let mut weight = || if next() % 3 == 0 { 0 } else { (next() % 255) as i32 as i8 };
        let written: Vec<[i8; EMISSIONS]> =
            (0..200).map(|_| std::array::from_fn(|_| weight().max(-127))).collect();
        let (mut packer, mut coder) = (Packer::new(), EmissionCoder::default());
        for (weights, distance) in written.iter().zip(1..) {
            coder.distance(&mut packer, distance);
            coder.weights(&mut packer, &mut weights.clone());
        }
        let file = packer.finish();
        let (mut unpacker, mut coder) = (Unpacker::new(&file), EmissionCoder::default());
        for (weights, distance) in written.iter().zip(1..) {
            assert_eq!(coder.distance(&mut unpacker, 0), distance);
            let mut read = [0; EMISSIONS];
            coder.weights(&mut unpacker, &mut read);
            assert_eq!(read, *weights);
        }
        assert!(unpacker.is_complete());
    }
}
