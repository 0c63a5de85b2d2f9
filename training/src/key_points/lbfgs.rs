//! Minimises a smooth function: limited-memory BFGS with backtracking (Nocedal and Wright 2006, algorithms 7.4 and 3.1).

use std::collections::VecDeque;

const MEMORY: usize = 10;
const SUFFICIENT_DECREASE: f64 = 1e-4;
const MOST_HALVINGS: usize = 30;
/// The search ends when a step gains less than this part of the value.
const TOLERANCE: f64 = 1e-7;

/// `function` gives the value at a point and writes the gradient.
pub fn minimise(
    mut point: Vec<f64>,
    iterations: usize,
    function: impl Fn(&[f64], &mut [f64]) -> f64,
) -> Vec<f64> {
    let mut gradient = vec![0.0; point.len()];
    let mut value = function(&point, &mut gradient);
    let mut history: VecDeque<(Vec<f64>, Vec<f64>)> = VecDeque::new();
    for _ in 0..iterations {
        let direction = descent(&gradient, &history);
        let slope = dot(&direction, &gradient);
        let mut step = if history.is_empty() { 1.0 / dot(&gradient, &gradient).sqrt().max(1.0) } else { 1.0 };
        let mut next = None;
        for _ in 0..MOST_HALVINGS {
            let there: Vec<f64> = point.iter().zip(&direction).map(|(p, d)| p + step * d).collect();
            let mut its_gradient = vec![0.0; point.len()];
            let its_value = function(&there, &mut its_gradient);
            if its_value <= value + SUFFICIENT_DECREASE * step * slope {
                next = Some((there, its_gradient, its_value));
                break;
            }
            step /= 2.0;
        }
        let Some((there, its_gradient, its_value)) = next else { break };
        let moved = difference(&there, &point);
        let turned = difference(&its_gradient, &gradient);
        if dot(&moved, &turned) > 0.0 {
            history.push_back((moved, turned));
            if history.len() > MEMORY {
                history.pop_front();
            }
        }
        let gained = value - its_value;
        (point, gradient, value) = (there, its_gradient, its_value);
        if gained < TOLERANCE * value.abs() {
            break;
        }
    }
    point
}

/// The two-loop recursion.
fn descent(gradient: &[f64], history: &VecDeque<(Vec<f64>, Vec<f64>)>) -> Vec<f64> {
    let mut direction: Vec<f64> = gradient.iter().map(|g| -g).collect();
    let mut factors = Vec::new();
    for (moved, turned) in history.iter().rev() {
        let factor = dot(moved, &direction) / dot(moved, turned);
        add(&mut direction, -factor, turned);
        factors.push(factor);
    }
    if let Some((moved, turned)) = history.back() {
        let scale = dot(moved, turned) / dot(turned, turned);
        for d in &mut direction {
            *d *= scale;
        }
    }
    for ((moved, turned), factor) in history.iter().zip(factors.iter().rev()) {
        let back = dot(turned, &direction) / dot(moved, turned);
        add(&mut direction, factor - back, moved);
    }
    direction
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(to: &mut [f64], factor: f64, what: &[f64]) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += factor * what;
    }
}

fn difference(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_lowest_point_of_a_valley() {
        // Rosenbrock's function: lowest at (1, 1).
        let found = minimise(vec![-1.2, 1.0], 200, |p, gradient| {
            let (a, b) = (1.0 - p[0], p[1] - p[0] * p[0]);
            gradient[0] = -2.0 * a - 400.0 * p[0] * b;
            gradient[1] = 200.0 * b;
            a * a + 100.0 * b * b
        });
        assert!((found[0] - 1.0).abs() < 1e-3 && (found[1] - 1.0).abs() < 1e-3, "{found:?}");
    }
}
