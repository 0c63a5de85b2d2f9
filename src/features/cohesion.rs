//! Lexical cohesion: how much the words before a gap recur after it (Hearst 1997, "`TextTiling`", section 5: cosine of
//! the blocks on both sides and the depth of its dips), in whole numbers, in one pass for each block size.

use super::unit::Units;
use crate::language::token::Token;
use crate::tally::Counts;

/// Block sizes, in sentences.
pub const BLOCKS: [usize; 3] = [2, 5, 10];

/// Cosines are counted in this many steps.
pub const STEPS: u32 = 100;

/// What is known about the gap before each sentence.
#[derive(Debug, Default)]
pub struct Cohesion {
    /// For each block size and sentence: the cosine of the blocks before and after, 0 to [`STEPS`].
    pub level: [Vec<u32>; BLOCKS.len()],
    /// The same way: how far the level lies below the peaks to its left and right, 0 to 2 × [`STEPS`].
    pub dip: [Vec<u32>; BLOCKS.len()],
    /// For each sentence: content words, and how many of them are new in the transcript.
    pub content: Vec<u32>,
    pub new: Vec<u32>,
    /// Content words that the sentence before has too.
    pub shared: Vec<u32>,
}

impl Cohesion {
    pub fn of(units: &Units, stop_words: &Counts) -> Self {
        let mut cohesion = Self::default();
        let mut numbering = Numbering::default();
        let mut sentences: Vec<Vec<usize>> = Vec::with_capacity(units.all.len());
        for unit in &units.all {
            let known = numbering.number;
            // A sentence of a thousand words tells no more about its topic than its first hundred.
            let content = units.words(unit).iter().filter(|word| stop_words.get(word.key()) == 0).take(100);
            let sentence: Vec<usize> = content.map(|word| numbering.of(*word)).collect();
            let previous = sentences.last().map_or(&[][..], Vec::as_slice);
            cohesion.content.push(sentence.len() as u32);
            cohesion.shared.push(sentence.iter().filter(|word| previous.contains(word)).count() as u32);
            cohesion.new.push((numbering.number - known) as u32);
            sentences.push(sentence);
        }
        for ((level, dip), block) in cohesion.level.iter_mut().zip(&mut cohesion.dip).zip(BLOCKS) {
            *level = levels(&sentences, numbering.number, block);
            *dip = dips(level);
        }
        cohesion
    }
}

/// Numbers the content words in the order in which they first occur.
#[derive(Default)]
struct Numbering {
    /// One more than the number of each word.
    numbers: Counts,
    number: usize,
}

impl Numbering {
    fn of(&mut self, word: Token) -> usize {
        let number = self.numbers.at(word.key());
        if *number == 0 {
            self.number += 1;
            *number = self.number as u32;
        }
        *number as usize - 1
    }
}

/// The cosine between the `block` sentences before and from each sentence on, by moving both windows along. The
/// sentences consist of the numbers of words, which are below `words`.
fn levels(sentences: &[Vec<usize>], words: usize, block: usize) -> Vec<u32> {
    let window = || Window { counts: vec![0; words], square: 0 };
    let mut windows = Windows { before: window(), after: window(), dot: 0 };
    for sentence in sentences.iter().take(block) {
        windows.after.add(sentence, &windows.before.counts, &mut windows.dot);
    }
    let mut levels = Vec::with_capacity(sentences.len());
    for (index, sentence) in sentences.iter().enumerate() {
        levels.push(cosine(windows.dot, windows.before.square, windows.after.square));
        windows.after.remove(sentence, &windows.before.counts, &mut windows.dot);
        windows.before.add(sentence, &windows.after.counts, &mut windows.dot);
        if let Some(left) = index.checked_sub(block).and_then(|i| sentences.get(i)) {
            windows.before.remove(left, &windows.after.counts, &mut windows.dot);
        }
        if let Some(entering) = sentences.get(index + block) {
            windows.after.add(entering, &windows.before.counts, &mut windows.dot);
        }
    }
    levels
}

/// The two blocks beside a gap, and the product of their counts.
struct Windows {
    before: Window,
    after: Window,
    dot: u64,
}

struct Window {
    /// How often each word stands in the block.
    counts: Vec<u32>,
    /// The sum of the squared counts.
    square: u64,
}

impl Window {
    fn add(&mut self, sentence: &[usize], other: &[u32], dot: &mut u64) {
        for &word in sentence {
            if let (Some(count), Some(there)) = (self.counts.get_mut(word), other.get(word)) {
                self.square += 2 * u64::from(*count) + 1;
                *count += 1;
                *dot += u64::from(*there);
            }
        }
    }

    fn remove(&mut self, sentence: &[usize], other: &[u32], dot: &mut u64) {
        for &word in sentence {
            if let (Some(count), Some(there)) = (self.counts.get_mut(word), other.get(word)) {
                self.square -= 2 * u64::from(*count) - 1;
                *count -= 1;
                *dot -= u64::from(*there);
            }
        }
    }
}

fn cosine(dot: u64, before: u64, after: u64) -> u32 {
    if before == 0 || after == 0 {
        return 0;
    }
    (dot * u64::from(STEPS) / (before * after).isqrt().max(1)) as u32
}

/// The depth of each dip: the climb to the nearest peak on the left plus that on the right. The peak is looked for
/// within `REACH` gaps, which bounds the time.
fn dips(levels: &[u32]) -> Vec<u32> {
    const REACH: usize = 12;
    let climb = |from: u32, on: &mut dyn Iterator<Item = &u32>| {
        let mut peak = from;
        for &level in on.take(REACH) {
            if level < peak {
                break;
            }
            peak = level;
        }
        peak - from
    };
    (0..levels.len())
        .map(|i| {
            let (left, right) = levels.split_at(i);
            let level = right.first().copied().unwrap_or(0);
            climb(level, &mut left.iter().rev()) + climb(level, &mut right.iter().skip(1))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<Vec<usize>> {
        let mut numbering = Numbering::default();
        let mut number =
            |sentence: &str| sentence.split_whitespace().map(|word| numbering.of(Token::of(word))).collect();
        text.split('.').map(&mut number).collect()
    }

    #[test]
    fn the_level_is_lowest_where_the_words_change() {
        let text = "ferry harbour. harbour ferry pier. pier ferry. school teacher. teacher pupils school. pupils school";
        let levels = levels(&sentences(text), 8, 2);
        assert_eq!(levels.iter().skip(1).min(), levels.get(3), "{levels:?}");
    }

    #[test]
    fn a_dip_is_as_deep_as_the_climb_on_both_sides() {
        assert_eq!(dips(&[50, 80, 20, 60, 10]), [30, 0, 100, 0, 50]);
    }
}
