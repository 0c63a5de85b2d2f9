//! Text in few bytes: a logistic regression, which learns while it codes, says how likely each bit is in a few contexts.
//! Sorted lists of words need a quarter less than with the compression that servers do, this code included.

use super::{Chance, Coder};

/// The line before and the last letter; the word so far; the last three letters; the line before, at the beginning of one.
const CONTEXTS: usize = 4;

/// What is coded in few bits, in the order of bytes. A byte that is none of these follows one more symbol.
const SYMBOLS: &[u8; 31] = b"\n '-=abcdefghijklmnopqrstuvwxyz";

/// The order in which the symbols go into a search tree, so that those that come often are found first: the best tree for
/// how often each comes where the line before does not tell it.
const SEARCHED: [u8; 31] = [
    14, 6, 1, 5, 2, 4, 3, 10, 9, 8, 7, 13, 12, 11, 23, 19, 18, 17, 16, 15, 22, 20, 21, 25, 24, 29, 26, 27,
    28, 31, 30,
];

/// The next symbol to compare with, where the byte is less than a symbol and where it is not; 0 where it is found.
const TREE: [[u8; 2]; SYMBOLS.len() + 1] = {
    let (mut tree, mut at) = ([[0; 2]; SYMBOLS.len() + 1], 1);
    while at < SEARCHED.len() {
        let (mut node, symbol) = (SEARCHED[0], SEARCHED[at]);
        while node > 0 {
            let next = &mut tree[node as usize][(symbol >= node) as usize];
            node = *next;
            if node == 0 {
                *next = symbol;
            }
        }
        at += 1;
    }
    tree
};

/// Each context has a weight for each place in the tree of symbols, one beside the other, since a symbol needs several of
/// them. All contexts share so many, as a power of two, by their hashes.
const WEIGHT_BITS: u32 = 19;
const WEIGHTS: usize = 1 << WEIGHT_BITS;
/// How fast a weight learns after so many bits. The two numbers were found by trying.
const RATES: [i32; 16] = {
    let (mut rates, mut seen) = ([0; 16], 0);
    while seen < 16 {
        rates[seen] = 1600 * 4096 / (1000 + 360 * seen as i32);
        seen += 1;
    }
    rates
};

/// From an error of so much in parts of 4,096 on, something is learned: the rest takes time and makes no difference.
const EXPECTED: i32 = 80;

/// Probabilities in parts of 65,536 by logarithms of odds, from -8 to 8 in halves.
const LOGISTIC: [u16; 33] = [
    22, 36, 60, 98, 162, 267, 439, 720, 1179, 1921, 3108, 4971, 7812, 11955, 17625, 24743, 32768, 40793,
    47911, 53581, 57724, 60565, 62428, 63615, 64357, 64816, 65097, 65269, 65374, 65438, 65476, 65500, 65514,
];

/// Codes sorted lines of text, `length` bytes in all; `given` is empty where it is unpacked.
pub fn code(coder: &mut impl Coder, given: &[u8], length: usize) -> Vec<u8> {
    let mut model = Model::default();
    let mut others = [Chance::default(); 256];
    let mut text = Vec::with_capacity(length);
    // Where the line before, and this one, began; whether they are the same so far.
    let (mut before, mut line, mut same) = (0, 0, true);
    let (mut word, mut letters) = (0, 0);
    while text.len() < length {
        let given = given.get(text.len()).copied();
        let above = text.get(before + text.len() - line).copied().filter(|_| same);
        let starts = text.len() == line;
        let line_before = u32::from(above.unwrap_or_default()) << 8;
        let contexts = [
            line_before | letters & 255,
            word << 2 | 1,
            letters << 2 | 2,
            (line_before | u32::from(starts)) << 2 | 3,
        ];
        model.enter(above.is_some(), contexts);
        let found = if let Some(above) = above
            && model.code(coder, 0, given == Some(above))
        {
            above
        } else {
            same = false;
            let symbol = given.map_or(0, rank);
            let (mut node, mut found) = (usize::from(SEARCHED[0]), 0);
            while node > 0 {
                // Lines are sorted: what differs from the line before is greater, but for the end of a list.
                let is_behind =
                    above.is_some_and(|above| SYMBOLS[node - 1] <= above) && (found > 0 || !starts);
                let bit = is_behind || model.code(coder, node, symbol >= node);
                if bit {
                    found = node;
                }
                node = usize::from(TREE[node][usize::from(bit)]);
            }
            SYMBOLS
                .get(found)
                .copied()
                .unwrap_or_else(|| other(coder, &mut others, given.unwrap_or_default()))
        };
        text.push(found);
        letters = (letters << 8 | u32::from(found)) & 0xff_ffff;
        word = if found == b' ' { 0 } else { (word ^ u32::from(found)).wrapping_mul(0x2c1b_3c6d) };
        if found == b'\n' {
            (before, line, same) = (line, text.len(), true);
            (word, letters) = (0, 0);
        }
    }
    text
}

fn rank(byte: u8) -> usize {
    SYMBOLS.iter().position(|&symbol| symbol == byte).unwrap_or(SYMBOLS.len())
}

/// A byte that is no symbol.
fn other(coder: &mut impl Coder, chances: &mut [Chance; 256], byte: u8) -> u8 {
    let mut node = 1;
    for place in (0..8).rev() {
        node = node << 1 | usize::from(coder.bit(&mut chances[node], byte >> place & 1 == 1));
    }
    node as u8
}

/// What was learned so far.
struct Model {
    /// A logarithm of odds in parts of 4,096, and in the lowest four bits the number of bits that it has seen.
    weights: Vec<i16>,
    /// For each place in the tree, with a letter above and without, how far each context is to be trusted, in parts of
    /// 4,096.
    trust: [[i32; CONTEXTS]; 2 * TREE.len()],
    contexts: [usize; CONTEXTS],
    is_above: bool,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            weights: vec![0; WEIGHTS],
            trust: [[1 << 12; CONTEXTS]; 2 * TREE.len()],
            contexts: [0; CONTEXTS],
            is_above: false,
        }
    }
}

impl Model {
    fn enter(&mut self, is_above: bool, contexts: [u32; CONTEXTS]) {
        self.is_above = is_above;
        self.contexts = contexts.map(|context| {
            let hash = context.wrapping_mul(0x9e37_79b1);
            ((hash ^ hash >> 15).wrapping_mul(0xc2b2_ae35) >> (u32::BITS - WEIGHT_BITS)) as usize
        });
    }

    /// A bit at a place in the tree.
    #[inline(never)]
    fn code(&mut self, coder: &mut impl Coder, node: usize, bit: bool) -> bool {
        let places = self.contexts.map(|context| (context + node) % WEIGHTS);
        let trust = &mut self.trust[node << 1 | usize::from(self.is_above)];
        let mut logarithm = 0;
        for (&place, trust) in places.iter().zip(trust.iter()) {
            logarithm += ((i32::from(self.weights[place]) >> 4) * trust) >> 12;
        }
        let one = logistic(logarithm);
        let bit = coder.choose(one as u16, bit);
        let error = ((i32::from(bit) << 16) - one) >> 4;
        if error.abs() < EXPECTED {
            return bit;
        }
        for (place, trust) in places.into_iter().zip(trust) {
            let weight = &mut self.weights[place];
            let (logarithm, seen) = (i32::from(*weight) >> 4, *weight & 15);
            let learned = ((error * *trust) >> 12) * RATES[seen as usize];
            *trust += (error * logarithm) >> 13;
            let logarithm = (logarithm + ((learned + (1 << 15)) >> 16)).clamp(-2047, 2047);
            *weight = (logarithm << 4) as i16 | (seen + 1).min(15);
        }
        bit
    }
}

/// The probability with this logarithm of odds, which is in parts of 256.
fn logistic(logarithm: i32) -> i32 {
    let logarithm = logarithm.clamp(-2047, 2047) + 2048;
    let (step, rest) = (logarithm as usize >> 7, logarithm & 127);
    (i32::from(LOGISTIC[step]) * (128 - rest) + i32::from(LOGISTIC[step + 1]) * rest) >> 7
}

#[cfg(test)]
mod tests {
    use super::super::{Packer, Unpacker};
    use super::*;

    fn packed(text: &[u8]) -> Vec<u8> {
        let mut packer = Packer::new();
        code(&mut packer, text, text.len());
        packer.finish()
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        for text in ["", "\n", "cod\ncodfish\n\nBjørn = 7\ncod\ncodfish\n", "no end of line"] {
            let packed = packed(text.as_bytes());
            let mut unpacker = Unpacker::new(&packed);
            assert_eq!(code(&mut unpacker, &[], text.len()), text.as_bytes());
            assert!(unpacker.is_complete());
        }
    }

    #[test]
    fn every_byte_can_be_packed() {
        let lines: Vec<u8> = (0..=255).flat_map(|byte| [b'm', byte, b'\n']).collect();
        let lines = [&lines[..], b"\n", &lines[..]].concat();
        let packed = packed(&lines);
        assert_eq!(code(&mut Unpacker::new(&packed), &[], lines.len()), lines);
    }

    #[test]
    fn what_is_known_takes_little() {
        let line = b"the harbour wall was built of granite\n";
        assert!(packed(&line.repeat(100)).len() < packed(line).len() + 20);
    }
}
