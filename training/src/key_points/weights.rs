//! Writes the weights as the module reads them.

use speech_outline::key_points::{MAGIC, STEPS_PER_OCTAVE, WEIGHT_STEP, WeightCoder};

use speech_outline::packed::Packer;

/// The scale of a feature that counts in full.
const FULL_SCALE: f64 = 5.0;

/// The weights file; `header` says in one or more lines where they come from.
pub fn file(weights: &[f64], header: &str) -> Vec<u8> {
    let steps = f64::from(STEPS_PER_OCTAVE) / FULL_SCALE / std::f64::consts::LN_2 / f64::from(WEIGHT_STEP);
    let quantised = |weight: f64| (weight * steps).round().clamp(-127.0, 127.0) as i8;
    let kept: Vec<(usize, i8)> = weights
        .iter()
        .map(|&weight| quantised(weight))
        .enumerate()
        .filter(|&(_, weight)| weight != 0)
        .collect();
    let mut file = MAGIC.to_vec();
    file.extend(header.trim_end().bytes());
    file.extend(b"\n\n");
    file.extend((kept.len() as u16).to_le_bytes());
    let mut packer = Packer::new();
    let mut coder = WeightCoder::default();
    let mut last = 0;
    for (bucket, weight) in kept {
        coder.weight(&mut packer, (bucket - last) as u32, weight);
        last = bucket;
    }
    file.extend(packer.finish());
    file
}
