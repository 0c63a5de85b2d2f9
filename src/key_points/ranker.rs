//! How much a sentence is worth lifting out: a linear model over hashed features, with the weights that
//! `cargo train key-points` wrote. Integers only, so that every platform ranks alike.

use std::sync::OnceLock;

use super::family::{BUCKETS, Feature};
use crate::packed::{Chance, Coder, Unpacker, behind_text};

/// Ranks count in this many parts of a doubling: a sentence that ranks so much higher is twice as likely to be a key point.
pub const STEPS_PER_OCTAVE: i32 = 256;

/// A weight counts so many of them.
pub const WEIGHT_STEP: i32 = 6;

/// The first bytes of a weights file.
pub const MAGIC: &[u8] = b"key-point ranker 2\n";

#[derive(Debug)]
pub struct Ranker {
    /// One for each bucket.
    weights: Vec<i8>,
}

impl Ranker {
    /// The ranker that the crate ships.
    pub fn shipped() -> &'static Self {
        const PACKED: &[u8] = behind_text(include_bytes!("weights.bin"));
        static RANKER: OnceLock<Ranker> = OnceLock::new();
        RANKER.get_or_init(|| Self::unpack(PACKED).unwrap_or_else(|| Self { weights: Vec::new() }))
    }

    /// Reads a weights file: [`MAGIC`]; lines of text that say where the weights come from, ended by an empty one; then
    /// in binary the number of buckets that have a weight (two bytes, little end first), and those as [`WeightCoder`]
    /// packs them. `None` if the file is cut off.
    pub fn read(file: &[u8]) -> Option<Self> {
        Self::unpack(behind_text(file.strip_prefix(MAGIC)?))
    }

    fn unpack(bytes: &[u8]) -> Option<Self> {
        let (number, packed) = bytes.split_first_chunk()?;
        let mut packed = Unpacker::new(packed);
        let mut coder = WeightCoder::default();
        let mut weights = vec![0; BUCKETS];
        let mut bucket = 0;
        for _ in 0..u16::from_le_bytes(*number) {
            let (distance, weight) = coder.weight(&mut packed, 0, 0);
            bucket += distance as usize;
            *weights.get_mut(bucket)? = weight;
        }
        packed.is_complete().then_some(Self { weights })
    }

    /// Whether a feature of the bucket changes the rank.
    pub fn weighs(&self, bucket: u16) -> bool {
        self.weight(bucket) != 0
    }

    fn weight(&self, bucket: u16) -> i8 {
        self.weights.get(usize::from(bucket)).copied().unwrap_or_default()
    }

    /// The rank in [`STEPS_PER_OCTAVE`].
    pub fn rank(&self, features: &[Feature]) -> i32 {
        let counted = |feature: &Feature| i32::from(self.weight(feature.bucket)) * i32::from(feature.scale);
        features.iter().map(counted).sum::<i32>() * WEIGHT_STEP
    }
}

/// Codes the weights one after the other. Packing and unpacking go the same way.
#[derive(Debug)]
pub struct WeightCoder {
    lengths: [Chance; 17],
    seconds: [Chance; 17],
    negative: Chance,
    sizes: [Chance; 16],
}

impl Default for WeightCoder {
    fn default() -> Self {
        let chance = Chance::default();
        Self { lengths: [chance; 17], seconds: [chance; 17], negative: chance, sizes: [chance; 16] }
    }
}

impl WeightCoder {
    /// The distance from the bucket before, and a weight that is not zero.
    pub fn weight(&mut self, coder: &mut impl Coder, distance: u32, weight: i8) -> (u32, i8) {
        let distance = coder.distance(&mut self.lengths, &mut self.seconds, distance);
        let negative = coder.bit(&mut self.negative, weight < 0);
        let size = coder.count(&mut self.sizes, u32::from(weight.unsigned_abs().saturating_sub(1)));
        let size = size.min(126) as i8 + 1;
        (distance, if negative { -size } else { size })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_can_be_read() {
        let ranker = Ranker::read(include_bytes!("weights.bin")).expect("a whole file");
        assert!(ranker.weights.iter().filter(|weight| **weight != 0).count() > 100);
    }

    #[test]
    fn a_file_cut_off_is_refused() {
        let file = include_bytes!("weights.bin");
        assert!(Ranker::read(&file[..file.len() - 1]).is_none());
        assert!(Ranker::read(b"").is_none());
    }

    #[test]
    fn a_rank_is_the_sum_of_weights_times_scales() {
        let mut weights = vec![0; BUCKETS];
        (weights[3], weights[9]) = (5, -2);
        let ranker = Ranker { weights };
        let feature = |bucket, scale| Feature { bucket, scale };
        assert_eq!(ranker.rank(&[feature(3, 5), feature(9, 2), feature(4, 5)]), (25 - 4) * WEIGHT_STEP);
        assert!(ranker.weighs(3) && ranker.weighs(9) && !ranker.weighs(4));
    }

    #[test]
    fn weights_are_read_as_they_are_written() {
        let written = [(3, 1), (1, -1), (40_000, 127), (2, -127), (10, 17)];
        let mut packer = crate::packed::Packer::new();
        let mut coder = WeightCoder::default();
        for (distance, weight) in written {
            coder.weight(&mut packer, distance, weight);
        }
        let mut file = [MAGIC, b"invented\n\n"].concat();
        file.extend(5_u16.to_le_bytes());
        file.extend(packer.finish());
        let ranker = Ranker::read(&file).expect("a whole file");
        let mut bucket = 0;
        for (distance, weight) in written {
            bucket += distance as usize;
            assert_eq!(ranker.weights[bucket], weight);
        }
        assert_eq!(ranker.weights.iter().filter(|weight| **weight != 0).count(), written.len());
    }
}
