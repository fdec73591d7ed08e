//! Sums over whole numbers as a reader of published figures knows them, and whether they give a hidden number away.
//!
//! A number is hidden only if two solutions are found in which it differs. The search is complete within a number of steps; where it
//! ends before, the number counts as given away, so an error can only hide too much.

/// The least and the most that a number can be, as far as a reader knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) least: i128,
    pub(super) most: i128,
}

impl Bounds {
    /// A number that is published.
    pub(super) fn exactly(number: i128) -> Self {
        Self { least: number, most: number }
    }

    /// A number that is shown as a small count: not zero, unless nothing else would be left than one number.
    pub(super) fn small(limit: i128) -> Self {
        Self { least: i128::from(limit > 2), most: limit - 1 }
    }

    fn is_exact(self) -> bool {
        self.least == self.most
    }
}

/// A total and the parts that add up to it, by their numbers in the system.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    pub(super) total: usize,
    pub(super) parts: Vec<usize>,
}

/// Numbers with what is known of each, and the sums among them.
#[derive(Clone, Debug, Default)]
pub(super) struct System {
    pub(super) bounds: Vec<Bounds>,
    pub(super) sums: Vec<Sum>,
}

/// How many sums may be looked at in one search.
const STEPS: usize = 5_000;

impl System {
    /// Whether the number could be another one for all that a reader knows.
    pub(super) fn hides(&self, at: usize) -> bool {
        let mut steps = STEPS;
        let Some(found) = self.solution(self.bounds.clone(), &mut steps).and_then(|solution| solution.get(at).copied()) else { return false };
        let bounds = self.bounds[at];
        let below = Bounds { most: found.least - 1, ..bounds };
        let above = Bounds { least: found.least + 1, ..bounds };
        [below, above].into_iter().any(|other| {
            let mut bounds = self.bounds.clone();
            bounds[at] = other;
            self.solution(bounds, &mut steps).is_some()
        })
    }

    /// Draws the bounds together; `false` if they and the sums contradict each other.
    pub(super) fn allows(&self, bounds: &mut [Bounds]) -> bool {
        let mut steps = STEPS;
        self.narrow(bounds, &mut steps) || steps == 0
    }

    /// One solution within bounds, if there is one and it is found in time.
    fn solution(&self, bounds: Vec<Bounds>, steps: &mut usize) -> Option<Vec<Bounds>> {
        let mut open = vec![bounds];
        while let Some(mut bounds) = open.pop() {
            if !self.narrow(&mut bounds, steps) {
                if *steps == 0 {
                    return None;
                }
                continue;
            }
            // The narrowest one first: it leaves the fewest ways.
            let undecided = (0..bounds.len()).filter(|at| !bounds[*at].is_exact()).min_by_key(|at| bounds[*at].most - bounds[*at].least);
            let Some(at) = undecided else { return Some(bounds) };
            let Bounds { least, most } = bounds[at];
            let mut rest = bounds.clone();
            rest[at] = Bounds { least: least + 1, most };
            open.push(rest);
            bounds[at] = Bounds::exactly(least);
            open.push(bounds);
        }
        None
    }

    /// Draws the bounds together until the sums allow no more; `false` if they contradict each other or the steps are used up.
    fn narrow(&self, bounds: &mut [Bounds], steps: &mut usize) -> bool {
        if bounds.iter().any(|bounds| bounds.least > bounds.most) {
            return false;
        }
        loop {
            let before = bounds.to_vec();
            for sum in &self.sums {
                let Some(left) = steps.checked_sub(1) else { return false };
                *steps = left;
                let least: i128 = sum.parts.iter().map(|at| bounds[*at].least).sum();
                let most: i128 = sum.parts.iter().map(|at| bounds[*at].most).sum();
                let total = bounds[sum.total];
                let mut possible = tighten(&mut bounds[sum.total], least, most);
                for &part in &sum.parts {
                    let Bounds { least: own_least, most: own_most } = bounds[part];
                    possible &= tighten(&mut bounds[part], total.least - (most - own_most), total.most - (least - own_least));
                }
                if !possible {
                    return false;
                }
            }
            if before == *bounds {
                return true;
            }
        }
    }
}

/// Draws bounds together; `false` if nothing is left between them.
fn tighten(bounds: &mut Bounds, least: i128, most: i128) -> bool {
    *bounds = Bounds { least: bounds.least.max(least), most: bounds.most.min(most) };
    bounds.least <= bounds.most
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A system of bounds, with sums as a total and its parts.
    fn system(bounds: &[(i128, i128)], sums: &[(usize, &[usize])]) -> System {
        System {
            bounds: bounds.iter().map(|&(least, most)| Bounds { least, most }).collect(),
            sums: sums.iter().map(|&(total, parts)| Sum { total, parts: parts.to_vec() }).collect(),
        }
    }

    #[test]
    fn the_only_hidden_part_of_a_total_is_given_away() {
        assert!(!system(&[(29, 29), (1, 4), (27, 27)], &[(0, &[1, 2])]).hides(1));
        assert!(system(&[(29, 29), (1, 4), (5, 99)], &[(0, &[1, 2])]).hides(1));
        assert!(system(&[(5, 99), (1, 4), (27, 27)], &[(0, &[1, 2])]).hides(1));
    }

    #[test]
    fn two_hidden_parts_are_given_away_where_bounds_meet() {
        // 8 of two parts below 5 is 4 and 4; 7 may be 3 and 4.
        assert!(!system(&[(8, 8), (1, 4), (1, 4)], &[(0, &[1, 2])]).hides(1));
        assert!(system(&[(7, 7), (1, 4), (1, 4)], &[(0, &[1, 2])]).hides(1));
    }

    #[test]
    fn a_total_known_from_other_parts_gives_away() {
        // Women and men give the total, and the total without minors gives the adults.
        let other = |men| system(&[(5, 99), (20, 20), men, (1, 4), (22, 22)], &[(0, &[1, 2]), (0, &[3, 4])]);
        assert!(!other((4, 4)).hides(3));
        assert!(other((5, 99)).hides(3));
    }

    #[test]
    fn sums_of_several_tables_together_give_away() {
        // Rows a+b, c+d and columns a+c, b+d; the differences of all four determine nothing, one more number does.
        let square = |b| {
            system(&[(10, 10), (12, 12), (9, 9), (13, 13), (1, 4), b, (5, 99), (5, 99)], &[(0, &[4, 5]), (1, &[6, 7]), (2, &[4, 6]), (3, &[5, 7])])
        };
        assert!(square((5, 99)).hides(4));
        assert!(!square((7, 7)).hides(4));
    }

    #[test]
    fn sums_that_cannot_be_true_hide_nothing() {
        assert!(!system(&[(3, 3), (5, 9)], &[(0, &[1])]).hides(1));
    }
}
