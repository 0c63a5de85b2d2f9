//! Writes the weights as the module reads them.

use speech_outline::features::BUCKETS;
use speech_outline::sections::model::{EMISSION_STEP, EMISSIONS, Layout, MAGIC, UNIT};

/// The weights file; `header` says in one or more lines where they come from.
pub fn file(weights: &[f64], header: &str) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    file.extend(header.trim_end().bytes());
    file.extend(b"\n\n");
    for index in 0..Layout::TRANSITIONS {
        let value = (weights[BUCKETS * EMISSIONS + index] * f64::from(UNIT)).round();
        file.extend((value.clamp(-32_000.0, 32_000.0) as i16).to_le_bytes());
    }
    let buckets: Vec<(usize, Vec<i8>)> = (0..BUCKETS)
        .map(|bucket| {
            (bucket, (0..EMISSIONS).map(|i| quantised(weights[bucket * EMISSIONS + i])).collect::<Vec<_>>())
        })
        .filter(|(_, values)| values.iter().any(|value| *value != 0))
        .collect();
    file.extend((buckets.len() as u16).to_le_bytes());
    let mut last = 0;
    for (bucket, _) in &buckets {
        let mut distance = bucket - last;
        while distance >= usize::from(u8::MAX) {
            file.push(u8::MAX);
            distance -= usize::from(u8::MAX);
        }
        file.push(distance as u8);
        last = *bucket;
    }
    for (_, values) in &buckets {
        let mask = (0..EMISSIONS).filter(|&i| values[i] != 0).fold(0_u16, |mask, i| mask | 1 << i);
        file.extend(mask.to_le_bytes());
    }
    for (_, values) in &buckets {
        file.extend(values.iter().filter(|value| **value != 0).map(|value| *value as u8));
    }
    file
}

fn quantised(weight: f64) -> i8 {
    (weight * f64::from(UNIT / EMISSION_STEP)).round().clamp(-127.0, 127.0) as i8
}
