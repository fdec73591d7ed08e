//! Values by year. A report over a large plan has a million of them, and a tree of its own for each would cost more than the values.

/// Values by year, in the order of years; made by collecting pairs, of which the last of one year stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByYear<T>(Box<[(i32, T)]>);

impl<T> ByYear<T> {
    /// The value of a year.
    pub fn get(&self, year: &i32) -> Option<&T> {
        self.iter().find(|(known, _)| *known == year).map(|(_, value)| value)
    }

    /// Whether there is a value for a year.
    pub fn contains_key(&self, year: &i32) -> bool {
        self.get(year).is_some()
    }

    /// Years with their values.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&i32, &T)> {
        self.0.iter().map(|(year, value)| (year, value))
    }
}

impl<T> Default for ByYear<T> {
    fn default() -> Self {
        Self(Box::default())
    }
}

impl<T> FromIterator<(i32, T)> for ByYear<T> {
    fn from_iter<I: IntoIterator<Item = (i32, T)>>(pairs: I) -> Self {
        let mut years: Vec<(i32, T)> = pairs.into_iter().collect();
        years.sort_by_key(|(year, _)| *year);
        years.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                std::mem::swap(later, kept);
            }
            same
        });
        Self(years.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_stand_in_order_and_the_last_value_of_one_stands() {
        let years: ByYear<char> = [(2020, 'a'), (2019, 'b'), (2020, 'c'), (2020, 'd')].into_iter().collect();
        assert_eq!(years.iter().collect::<Vec<_>>(), [(&2019, &'b'), (&2020, &'d')]);
        assert_eq!((years.get(&2020), years.get(&2021)), (Some(&'d'), None));
        assert!(years.contains_key(&2019) && !ByYear::<char>::default().contains_key(&2019));
    }
}
