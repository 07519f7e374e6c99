//! Where each id stands in a list: a list that comes in another order then costs one look at each place, not one at all
//! places for each of them.

use crate::json::Json;

/// The places by their ids, in an object: there is a map in every browser, and one of Rust's would be 2 KB of the package.
#[derive(Default)]
pub(super) struct Places(Json);

impl Places {
    /// Of those that stand there twice the first place counts.
    pub(super) fn of(ids: &[Option<String>]) -> Self {
        let mut places = Json::object(&[]);
        for (place, id) in ids.iter().enumerate().rev() {
            if let Some(id) = id {
                places.put(id, Json::from(place as f64));
            }
        }
        Self(places)
    }

    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.0.number(id).map(|place| place as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_is_found_where_it_stands_first() {
        let ids = ["a", "b", "", "b", "__proto__"].map(|id| Some(id.to_owned()));
        let ids: Vec<_> = ids.into_iter().chain([None]).collect();
        let places = Places::of(&ids);
        let found = ["a", "b", "", "__proto__", "c", "toString"].map(|id| places.find(id));
        assert_eq!(found, [Some(0), Some(1), Some(2), Some(4), None, None]);
        assert_eq!(Places::of(&[]).find("a"), None);
    }
}
