//! The section model: a linear-chain conditional random field whose states are a section's kind and its age, with the
//! weights that `cargo train sections` wrote.

use std::sync::OnceLock;

use super::emissions::EmissionCoder;
use super::lattice::{Logarithms, Potentials};
use crate::features::{BUCKETS, Gap};
use crate::outline::SectionKind;
use crate::packed::{Unpacker, behind_text};

/// Kinds of section.
pub const KINDS: usize = SectionKind::ALL.len();

/// Ages of a section that are told apart, in sentences; the last stands for all beyond.
pub const AGES: usize = 12;

/// Weights of a bucket: being inside each kind, starting any section, starting a section of each kind.
pub const EMISSIONS: usize = 2 * KINDS + 1;

/// Where each transition weight stands, after the weights of the buckets.
#[derive(Clone, Copy, Debug)]
pub struct Layout;

impl Layout {
    const CHANGES: usize = Gap::COUNT * KINDS * KINDS;
    const STAYS: usize = Gap::COUNT * KINDS;

    /// Number of transition weights.
    pub const TRANSITIONS: usize = Self::CHANGES + Self::STAYS + 2 * KINDS + KINDS * AGES;
    const FIRST: usize = BUCKETS * EMISSIONS;

    /// Ending a section of kind `from` and starting one of kind `to` at a gap.
    pub const fn change(gap: usize, from: usize, to: usize) -> usize {
        Self::FIRST + (gap * KINDS + from) * KINDS + to
    }

    /// Going on with a section at a gap.
    pub const fn stay(gap: usize, kind: usize) -> usize {
        Self::FIRST + Self::CHANGES + gap * KINDS + kind
    }

    /// Being the first section.
    pub const fn first(kind: usize) -> usize {
        Self::FIRST + Self::CHANGES + Self::STAYS + kind
    }

    /// Being the last section.
    pub const fn last(kind: usize) -> usize {
        Self::first(KINDS) + kind
    }

    /// Ending at an age (0: after one sentence).
    pub const fn end_at_age(kind: usize, age: usize) -> usize {
        Self::last(KINDS) + kind * AGES + age
    }
}

/// Transition weights and potentials are counted in this many parts of a nat.
pub const UNIT: i32 = 1024;

/// The weights of buckets are counted in this many parts of a nat.
pub const EMISSION_STEPS: i32 = 12;

/// The first bytes of a weights file.
pub const MAGIC: &[u8] = b"section model 2\n";

/// The weights as the decoder uses them.
#[derive(Debug)]
pub struct Model {
    pub change: [[[i32; KINDS]; KINDS]; Gap::COUNT],
    pub stay: [[i32; KINDS]; Gap::COUNT],
    pub first: [i32; KINDS],
    pub last: [i32; KINDS],
    pub end_at_age: [[i32; AGES]; KINDS],
    /// For each bucket one more than its place in `emissions`; 0 where all weights are zero.
    places: Vec<u16>,
    emissions: Vec<Lanes>,
    pub(super) logarithms: Logarithms,
}

impl Model {
    /// The model that the crate ships.
    ///
    /// # Panics
    /// Never: a test reads the file.
    pub fn shipped() -> &'static Self {
        const PACKED: &[u8] = behind_text(include_bytes!("weights.bin"));
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::unpack(PACKED).unwrap_or_else(Self::blank))
    }

    pub(super) fn blank() -> Self {
        Self {
            change: [[[0; KINDS]; KINDS]; Gap::COUNT],
            stay: [[0; KINDS]; Gap::COUNT],
            first: [0; KINDS],
            last: [0; KINDS],
            end_at_age: [[0; AGES]; KINDS],
            places: vec![0; BUCKETS],
            emissions: Vec::new(),
            logarithms: Logarithms::default(),
        }
    }

    /// Reads a weights file: [`MAGIC`]; lines of text that say where the weights come from, ended by an empty one;
    /// then in binary the transition weights in the order of [`Layout`] and the number of buckets (two bytes each, little
    /// end first), and the buckets as [`EmissionCoder`] packs them. `None` if the file is cut off.
    pub fn read(file: &[u8]) -> Option<Self> {
        Self::unpack(behind_text(file.strip_prefix(MAGIC)?))
    }

    fn unpack(mut bytes: &[u8]) -> Option<Self> {
        let mut model = Self::blank();
        for gap in 0..Gap::COUNT {
            for row in &mut model.change[gap] {
                read_row(&mut bytes, row)?;
            }
        }
        for row in &mut model.stay {
            read_row(&mut bytes, row)?;
        }
        read_row(&mut bytes, &mut model.first)?;
        read_row(&mut bytes, &mut model.last)?;
        for row in &mut model.end_at_age {
            read_row(&mut bytes, row)?;
        }
        let count = read_i16(&mut bytes)? as u16;
        let mut packed = Unpacker::new(bytes);
        let mut coder = EmissionCoder::default();
        let mut bucket = 0_usize;
        for place in 1..=count {
            let mut weights = [0; EMISSIONS];
            bucket += coder.distance(&mut packed, 0) as usize;
            coder.weights(&mut packed, &mut weights);
            *model.places.get_mut(bucket)? = place;
            model.emissions.push(Lanes::of(&weights));
        }
        packed.is_complete().then_some(model)
    }

    /// The potentials of a sentence with these active buckets.
    pub fn potentials(&self, buckets: &[u16], gap: Gap) -> Potentials {
        let mut sums = [0_i32; EMISSIONS];
        for some in buckets.chunks(Lanes::MOST) {
            let mut lanes = Lanes::default();
            let mut number = 0;
            for &bucket in some {
                let place = self.places.get(usize::from(bucket)).map_or(0, |place| usize::from(*place));
                if let Some(weights) = place.checked_sub(1).and_then(|place| self.emissions.get(place)) {
                    lanes.add(weights);
                    number += 1;
                }
            }
            for (i, sum) in sums.iter_mut().enumerate() {
                *sum += lanes.get(i) - number * Lanes::ZERO;
            }
        }
        let mut potentials = Potentials { gap: gap as u8, ..Potentials::default() };
        for k in 0..KINDS {
            potentials.inside[k] = sums[k] * UNIT / EMISSION_STEPS;
            potentials.start[k] = (sums[k] + sums[KINDS] + sums[KINDS + 1 + k]) * UNIT / EMISSION_STEPS;
        }
        potentials
    }
}

/// The weights of a bucket, or sums of them, four in a number of 64 bits: one addition adds four.
#[derive(Clone, Copy, Debug, Default)]
struct Lanes([u64; EMISSIONS.div_ceil(4)]);

impl Lanes {
    /// What a weight of zero is counted as, so that none is less than zero and borrows from its neighbour.
    const ZERO: i32 = 128;
    /// So many can be added before one may carry into its neighbour.
    const MOST: usize = 256;

    fn of(weights: &[i8; EMISSIONS]) -> Self {
        let mut lanes = Self::default();
        for (i, &weight) in weights.iter().enumerate() {
            lanes.0[i / 4] |= ((i32::from(weight) + Self::ZERO) as u64) << (16 * (i % 4));
        }
        lanes
    }

    fn add(&mut self, other: &Self) {
        for (sum, lanes) in self.0.iter_mut().zip(other.0) {
            *sum += lanes;
        }
    }

    fn get(&self, i: usize) -> i32 {
        (self.0[i / 4] >> (16 * (i % 4)) & 0xffff) as i32
    }
}

fn read_i16(bytes: &mut &[u8]) -> Option<i16> {
    let (number, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(i16::from_le_bytes(*number))
}

fn read_row(bytes: &mut &[u8], row: &mut [i32]) -> Option<()> {
    for weight in row {
        *weight = read_i16(bytes)?.into();
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_in_lanes_do_not_touch_each_other() {
        let weights = std::array::from_fn(|i| if i % 2 == 0 { i8::MAX } else { i8::MIN });
        let mut lanes = Lanes::default();
        (0..Lanes::MOST).for_each(|_| lanes.add(&Lanes::of(&weights)));
        for (i, weight) in weights.into_iter().enumerate() {
            let sum = lanes.get(i) - Lanes::ZERO * Lanes::MOST as i32;
            assert_eq!(sum, i32::from(weight) * Lanes::MOST as i32);
        }
    }

    #[test]
    fn the_shipped_weights_can_be_read() {
        let model = Model::read(include_bytes!("weights.bin")).expect("a whole file");
        assert!(model.emissions.len() > 100);
    }

    #[test]
    fn a_file_cut_off_is_refused() {
        let file = include_bytes!("weights.bin");
        assert!(Model::read(&file[..file.len() - 1]).is_none());
        assert!(Model::read(b"").is_none());
    }

    #[test]
    fn transition_weights_stand_in_the_order_in_which_they_are_read() {
        let kinds = || 0..KINDS;
        let mut places = Vec::new();
        for gap in 0..Gap::COUNT {
            places.extend(kinds().flat_map(|from| kinds().map(move |to| Layout::change(gap, from, to))));
        }
        places.extend((0..Gap::COUNT).flat_map(|gap| kinds().map(move |kind| Layout::stay(gap, kind))));
        places.extend(kinds().map(Layout::first));
        places.extend(kinds().map(Layout::last));
        places.extend(kinds().flat_map(|kind| (0..AGES).map(move |age| Layout::end_at_age(kind, age))));
        let behind_buckets = BUCKETS * EMISSIONS;
        assert_eq!(places, (behind_buckets..behind_buckets + Layout::TRANSITIONS).collect::<Vec<_>>());
    }

    #[test]
    fn potentials_are_sums_of_the_weights_of_the_buckets() {
        let mut model = Model::blank();
        let weights = [1, -2, 3, -4, 5, -6, 12, 7, -8, 9, -10, 11, -12];
        model.emissions = vec![Lanes::of(&weights), Lanes::of(&[-3; EMISSIONS])];
        model.places[70] = 1;
        model.places[9] = 2;
        let nats = |twelfths: i32| twelfths * UNIT / EMISSION_STEPS;
        let found = model.potentials(&[70, 8, 9, 70], Gap::NewTurn);
        for k in 0..KINDS {
            let (inside, start, start_of_kind) =
                (2 * i32::from(weights[k]) - 3, 24 - 3, 2 * i32::from(weights[7 + k]) - 3);
            assert_eq!(found.inside[k], nats(inside));
            assert_eq!(found.start[k], nats(inside + start + start_of_kind));
        }
        assert_eq!(usize::from(found.gap), Gap::NewTurn as usize);
        let many = model.potentials(&[70; 3 * Lanes::MOST + 1], Gap::SameParagraph);
        assert_eq!(many.inside[5], nats(-6 * (3 * Lanes::MOST as i32 + 1)));
    }
}
