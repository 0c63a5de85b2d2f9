//! How much a sentence is worth lifting out: a linear model over hashed features, with the weights that
//! `cargo train key-points` wrote. Integers only, so that every platform ranks alike.

use std::sync::OnceLock;

use super::family::{BUCKETS, Feature};

/// Ranks count in this many parts of a doubling: a sentence that ranks so much higher is twice as likely to be a key point.
pub const STEPS_PER_OCTAVE: i32 = 256;

/// The first bytes of a weights file.
pub const MAGIC: &[u8] = b"key-point ranker 1\n";

#[derive(Debug)]
pub struct Ranker {
    /// One for each bucket.
    weights: Vec<i8>,
}

impl Ranker {
    /// The ranker that the crate ships.
    pub fn shipped() -> &'static Self {
        static RANKER: OnceLock<Ranker> = OnceLock::new();
        RANKER.get_or_init(|| {
            Self::read(include_bytes!("weights.bin")).unwrap_or_else(|| Self { weights: Vec::new() })
        })
    }

    /// Reads a weights file: [`MAGIC`]; lines of text that say where the weights come from, ended by an empty one; then
    /// in binary the number of buckets that have a weight (two bytes, little end first), for each the distance from the
    /// one before (255 goes on in the next byte), and the weights (one byte each). `None` if the file is cut off.
    pub fn read(file: &[u8]) -> Option<Self> {
        let text = file.strip_prefix(MAGIC)?;
        let header = text.windows(2).position(|pair| pair == b"\n\n")?;
        let mut bytes = text.get(header + 2..)?.iter().copied();
        let number = u16::from_le_bytes([bytes.next()?, bytes.next()?]);
        let mut buckets = Vec::with_capacity(usize::from(number));
        let mut bucket = 0_usize;
        for _ in 0..number {
            loop {
                let distance = bytes.next()?;
                bucket += usize::from(distance);
                if distance < u8::MAX {
                    break;
                }
            }
            buckets.push(bucket);
        }
        let mut weights = vec![0; BUCKETS];
        for bucket in buckets {
            *weights.get_mut(bucket)? = bytes.next()? as i8;
        }
        Some(Self { weights })
    }

    /// The rank in [`STEPS_PER_OCTAVE`].
    pub fn rank(&self, features: &[Feature]) -> i32 {
        let weight = |bucket: u16| self.weights.get(usize::from(bucket)).copied().unwrap_or_default();
        features.iter().map(|feature| i32::from(weight(feature.bucket)) * i32::from(feature.scale)).sum()
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
}
