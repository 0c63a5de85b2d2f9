//! Writes the weights as the module reads them.

use speech_outline::features::BUCKETS;
use speech_outline::sections::emissions::EmissionCoder;
use speech_outline::sections::model::{EMISSION_STEPS, EMISSIONS, Layout, MAGIC, UNIT};

use speech_outline::packed::Packer;

/// The weights file; `header` says in one or more lines where they come from.
pub fn file(weights: &[f64], header: &str) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    file.extend(header.trim_end().bytes());
    file.extend(b"\n\n");
    for index in 0..Layout::TRANSITIONS {
        let value = (weights[BUCKETS * EMISSIONS + index] * f64::from(UNIT)).round();
        file.extend((value.clamp(-32_000.0, 32_000.0) as i16).to_le_bytes());
    }
    let mut buckets: Vec<(usize, [i8; EMISSIONS])> = (0..BUCKETS)
        .map(|bucket| (bucket, std::array::from_fn(|i| quantised(weights[bucket * EMISSIONS + i]))))
        .filter(|(_, values)| values.iter().any(|value| *value != 0))
        .collect();
    file.extend((buckets.len() as u16).to_le_bytes());
    let mut packer = Packer::new();
    let mut coder = EmissionCoder::default();
    let mut last = 0;
    for (bucket, values) in &mut buckets {
        coder.distance(&mut packer, (*bucket - last) as u32);
        coder.weights(&mut packer, values);
        last = *bucket;
    }
    file.extend(packer.finish());
    file
}

fn quantised(weight: f64) -> i8 {
    (weight * f64::from(EMISSION_STEPS)).round().clamp(-127.0, 127.0) as i8
}
