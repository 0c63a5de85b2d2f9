//! Sorting. Each type that the standard library sorts adds two to five kilobytes to the module; this routine is there
//! once, and nothing here is long enough to miss the other's speed.

/// Sorts by `before`, which tells whether its first argument must stand before its second. Stable; O(n log n), and
/// linear where everything is in order already.
pub fn sort_by<T: Copy>(items: &mut [T], before: impl Fn(T, T) -> bool) {
    let unsorted = items.to_vec();
    let at = |index: usize| unsorted.get(index).copied();
    let order = order(items.len(), &|a, b| at(a).zip(at(b)).is_some_and(|(a, b)| before(a, b)));
    for (item, index) in items.iter_mut().zip(order) {
        *item = at(index).unwrap_or(*item);
    }
}

/// Sorts numbers, which are mostly few.
pub fn sort_numbers(numbers: &mut [u32]) {
    const FEW: usize = 64;
    if numbers.len() > FEW {
        return sort_by(numbers, |a, b| a < b);
    }
    for sorted in 1..numbers.len() {
        let mut at = sorted;
        while let Some([one, other]) = at.checked_sub(1).and_then(|before| numbers.get_mut(before..=at)) {
            if *one <= *other {
                break;
            }
            std::mem::swap(one, other);
            at -= 1;
        }
    }
}

/// The indices in order, by merging runs of doubling length.
fn order(length: usize, before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut merged = Vec::with_capacity(length);
    let mut width = 1;
    while width < length {
        for run in order.chunks(2 * width) {
            let (mut left, mut right) = run.split_at_checked(width).unwrap_or((run, &[]));
            let in_order = left.last().zip(right.first()).is_none_or(|(&a, &b)| !before(b, a));
            while let (false, Some((&a, behind_a)), Some((&b, behind_b))) =
                (in_order, left.split_first(), right.split_first())
            {
                if before(b, a) {
                    merged.push(b);
                    right = behind_b;
                } else {
                    merged.push(a);
                    left = behind_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        width *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_like_the_standard_library() {
        for length in 0..70_u32 {
            let mut items: Vec<(u32, u32)> =
                (0..length).map(|i| (i.wrapping_mul(2_654_435_761) % 9, i)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by(&mut items, |a, b| a.0 < b.0);
            assert_eq!(items, expected);

            let mut numbers: Vec<u32> = expected.iter().map(|item| item.1 * 7 % 71).collect();
            let mut expected = numbers.clone();
            expected.sort_unstable();
            sort_numbers(&mut numbers);
            assert_eq!(numbers, expected);
        }
    }
}
