//! `FTRL-Proximal` (`McMahan` et al. 2013, "Ad Click Prediction", algorithm 1): online learning with a step size for each
//! coordinate and an L1 term that leaves most weights at exactly zero.

/// The hyper-parameters that all weights share.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    pub alpha: f64,
    pub beta: f64,
    pub l2: f64,
}

#[derive(Clone, Debug)]
pub struct Ftrl {
    rates: Rates,
    /// The L1 term of each weight; where it is infinite, the weight stays zero.
    l1: Vec<f64>,
    z: Vec<f64>,
    n: Vec<f64>,
    w: Vec<f64>,
}

impl Ftrl {
    pub fn new(rates: Rates, l1: Vec<f64>) -> Self {
        let zeros = vec![0.0; l1.len()];
        Self { rates, l1, z: zeros.clone(), n: zeros.clone(), w: zeros }
    }

    pub fn weights(&self) -> &[f64] {
        &self.w
    }

    /// One step against a loss gradient.
    pub fn update(&mut self, index: usize, gradient: f64) {
        let Rates { alpha, beta, l2 } = self.rates;
        let l1 = self.l1[index];
        if l1.is_infinite() {
            return;
        }
        let before = self.n[index];
        let after = before + gradient * gradient;
        let sigma = (after.sqrt() - before.sqrt()) / alpha;
        let z = self.z[index] + gradient - sigma * self.w[index];
        self.z[index] = z;
        self.n[index] = after;
        self.w[index] =
            if z.abs() <= l1 { 0.0 } else { -(z - z.signum() * l1) / ((beta + after.sqrt()) / alpha + l2) };
    }
}
