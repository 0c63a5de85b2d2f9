//! The places in source files that panics would name. Panics are traps (`panics.rs`), so nothing reads these records, but
//! they lie among the data; as zeros they cost nothing over the wire.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use wasmparser::{DataKind, Operator, Parser, Payload};

use crate::step::Outcome;

/// A record: where the path lies, its length, the line and the column, four bytes each.
const RECORD: usize = 16;

/// Overwrites the records, and the paths that they alone name, with zeros.
pub fn erase(file: &mut [u8]) -> Outcome {
    let module = Data::read(file)?;
    let records: Vec<Record> = module
        .addresses()
        .filter(|at| module.is_unread(*at, &HashSet::new()))
        .filter_map(|at| module.record(file, at))
        .collect();
    let erased: HashSet<u32> = records.iter().map(|record| record.at).collect();
    let paths = records.iter().filter(|record| module.is_unread(record.path, &erased));
    let ranges: Vec<Range<usize>> = records
        .iter()
        .map(|record| record.bytes.clone())
        .chain(paths.map(|record| record.path_bytes.clone()))
        .collect();
    for range in ranges {
        file[range].fill(0);
    }
    Ok(())
}

struct Record {
    at: u32,
    bytes: Range<usize>,
    path: u32,
    path_bytes: Range<usize>,
}

#[derive(Default)]
struct Data {
    /// Where each piece lies in memory, and in the file.
    pieces: Vec<(u32, Range<usize>)>,
    /// All numbers in the code: an address that is none of them is not read from there.
    numbers: HashSet<u32>,
    /// The addresses at which each number stands in the data.
    words: HashMap<u32, Vec<u32>>,
}

impl Data {
    fn read(file: &[u8]) -> Outcome<Self> {
        let mut data = Self::default();
        for payload in Parser::new(0).parse_all(file) {
            match payload? {
                Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader()? {
                        data.numbers.extend(number(&operator?));
                    }
                }
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else {
                            return Err("the module has passive data".into());
                        };
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                            return Err("the module's data lies nowhere in particular".into());
                        };
                        let end = segment.range.end;
                        data.pieces.push((value as u32, end - segment.data.len()..end));
                    }
                }
                _ => {}
            }
        }
        for at in data.addresses().collect::<Vec<_>>() {
            if let Some(word) = data.word(file, at) {
                data.words.entry(word).or_default().push(at);
            }
        }
        Ok(data)
    }

    /// The addresses in the data at which a word may stand.
    fn addresses(&self) -> impl Iterator<Item = u32> {
        self.pieces
            .iter()
            .flat_map(|(start, bytes)| (start.next_multiple_of(4)..start + bytes.len() as u32).step_by(4))
    }

    /// Where so many bytes of memory stand in the file.
    fn place(&self, at: u32, length: usize) -> Option<Range<usize>> {
        self.pieces.iter().find_map(|(start, bytes)| {
            let from = bytes.start + at.checked_sub(*start)? as usize;
            (from + length <= bytes.end).then_some(from..from + length)
        })
    }

    fn word(&self, file: &[u8], at: u32) -> Option<u32> {
        let bytes = file.get(self.place(at, 4)?)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    }

    /// Whether neither code nor data, but for the records `erased`, has the address.
    fn is_unread(&self, at: u32, erased: &HashSet<u32>) -> bool {
        let words = self.words.get(&at);
        !self.numbers.contains(&at)
            && words.is_none_or(|words| words.iter().all(|word| erased.contains(word)))
    }

    fn record(&self, file: &[u8], at: u32) -> Option<Record> {
        let bytes = self.place(at, RECORD)?;
        let [path, length, line, column] = [0, 4, 8, 12].map(|field| self.word(file, at + field));
        let (path, length) = (path?, length? as usize);
        let is_place = (1..100_000).contains(&line?) && (1..1_000).contains(&column?);
        let path_bytes = self.place(path, length).filter(|_| is_place)?;
        file.get(path_bytes.clone())?.ends_with(b".rs").then_some(Record { at, bytes, path, path_bytes })
    }
}

/// The number in an instruction that may be an address, or the part of one that all its uses share.
fn number(operator: &Operator<'_>) -> Option<u32> {
    match operator {
        Operator::I32Const { value } => Some(*value as u32),
        Operator::I32Load { memarg }
        | Operator::I64Load { memarg }
        | Operator::F32Load { memarg }
        | Operator::F64Load { memarg }
        | Operator::I32Load8S { memarg }
        | Operator::I32Load8U { memarg }
        | Operator::I32Load16S { memarg }
        | Operator::I32Load16U { memarg }
        | Operator::I64Load8S { memarg }
        | Operator::I64Load8U { memarg }
        | Operator::I64Load16S { memarg }
        | Operator::I64Load16U { memarg }
        | Operator::I64Load32S { memarg }
        | Operator::I64Load32U { memarg } => Some(memarg.offset as u32),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_that_nothing_reads_is_erased_and_another_stays() {
        // Records at 16 and 32 name the path at 48; the code reads the second.
        let mut file = vec![0_u8; 64];
        for (at, word) in [(16, 48_u32), (20, 8), (24, 7), (28, 3), (32, 48), (36, 8), (40, 9), (44, 1)] {
            file[at..at + 4].copy_from_slice(&word.to_le_bytes());
        }
        file[48..56].copy_from_slice(b"afish.rs");
        let mut data = Data { pieces: vec![(0, 0..64)], numbers: HashSet::from([32]), words: HashMap::new() };
        for at in data.addresses().collect::<Vec<_>>() {
            let word = data.word(&file, at).expect("within the file");
            data.words.entry(word).or_default().push(at);
        }
        let unread = |at| data.is_unread(at, &HashSet::from([16]));
        assert!(data.record(&file, 16).is_some() && data.record(&file, 20).is_none());
        assert!(unread(16) && !unread(32), "the code has the second record's address");
        assert!(!unread(48), "the second record names the path too");
    }
}
