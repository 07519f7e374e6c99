//! State that is never borrowed.

use std::cell::Cell;

/// A place for a value, which is taken out and put back as a whole. A `RefCell` would check each use and panic for two at once, where this has
/// nothing to check: whoever looks during [`change`](Held::change) finds the default. Those checks are 0.9 KB of the package.
#[derive(Default)]
pub(crate) struct Held<T>(Cell<T>);

impl<T: Default> Held<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(Cell::new(value))
    }

    /// A copy of the value, which stays.
    pub(crate) fn get(&self) -> T
    where
        T: Clone,
    {
        self.change(|value| value.clone())
    }

    pub(crate) fn set(&self, value: T) {
        self.0.set(value);
    }

    /// Puts a value in, and gives the one that was there.
    pub(crate) fn replace(&self, value: T) -> T {
        self.0.replace(value)
    }

    /// Leaves the default.
    pub(crate) fn take(&self) -> T {
        self.0.take()
    }

    /// Looks at the value, or changes it where it is. Nothing that may come back here belongs in `with`: it would find the default, and what
    /// it put in would be lost.
    pub(crate) fn change<R>(&self, with: impl FnOnce(&mut T) -> R) -> R {
        let mut value = self.0.take();
        let result = with(&mut value);
        self.0.set(value);
        result
    }
}

/// What it holds may be a secret.
impl<T> std::fmt::Debug for Held<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Held")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stays_while_it_is_looked_at() {
        let held = Held::new("a".to_owned());
        assert_eq!((held.get(), held.get()), ("a".to_owned(), "a".to_owned()));
        assert_eq!(held.replace("b".to_owned()), "a");
        assert_eq!(held.change(|text| text.len()), 1);
        assert_eq!((held.take(), held.get()), ("b".to_owned(), String::new()));
    }

    #[test]
    fn whoever_comes_back_during_a_change_finds_the_default_and_does_no_harm() {
        let held = Held::new(vec![1]);
        held.change(|list| {
            assert!(held.get().is_empty());
            list.push(2);
        });
        assert_eq!(held.get(), [1, 2]);
    }

    #[test]
    fn it_shows_nothing_of_what_it_holds() {
        assert_eq!(format!("{:?}", Held::new("secret".to_owned())), "Held");
    }
}
