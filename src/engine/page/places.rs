//! Where each id stands in a list: a list that comes in another order then costs one look at each place, not one at all
//! places for each of them.

/// A table of places by their ids. The standard library's would be 1.5 KB of the package.
pub(super) struct Places {
    ids: Vec<Option<String>>,
    /// One more than a place, or zero. What does not fit where it belongs stands behind it.
    buckets: Vec<usize>,
}

impl Places {
    pub(super) fn of(ids: Vec<Option<String>>) -> Self {
        let mut buckets = vec![0; (ids.len() * 2).next_power_of_two()];
        for (place, id) in ids.iter().enumerate() {
            let Some(id) = id else { continue };
            let free = probes(id, buckets.len()).find(|at| buckets.get(*at) == Some(&0));
            if let Some(bucket) = free.and_then(|at| buckets.get_mut(at)) {
                *bucket = place + 1;
            }
        }
        Self { ids, buckets }
    }

    /// The first place of an id.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let filled = probes(id, self.buckets.len()).map_while(|at| self.buckets.get(at)?.checked_sub(1));
        let is_it = |place: &usize| self.ids.get(*place).is_some_and(|other| other.as_deref() == Some(id));
        filled.into_iter().find(is_it)
    }
}

/// Where to look for an id among `count` buckets, a power of two: half of them are free.
fn probes(id: &str, count: usize) -> impl Iterator<Item = usize> {
    let hash =
        id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let first = (hash ^ hash >> 15) as usize;
    (0..count).map(move |step| first.wrapping_add(step) & (count - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_is_found_where_it_stands_first() {
        let ids = ["a", "b", "", "b"].map(|id| Some(id.to_owned()));
        let places = Places::of(ids.into_iter().chain([None]).collect());
        assert_eq!(["a", "b", "", "c"].map(|id| places.find(id)), [Some(0), Some(1), Some(2), None]);
        assert_eq!(Places::of(Vec::new()).find("a"), None);
    }

    #[test]
    fn no_id_is_looked_for_in_many_places() {
        let count = 4000;
        let id = |number: usize| format!("sess_2x{number:024}");
        let places = Places::of((0..count).map(|number| Some(id(number))).collect());
        let looks = |number: usize| {
            let id = id(number);
            let filled = probes(&id, places.buckets.len());
            filled.take_while(|at| places.buckets.get(*at) != Some(&(number + 1))).count()
        };
        let all: usize = (0..count).map(looks).sum();
        assert!(all < 4 * count, "{all} looks");
        assert!((0..count).all(|number| places.find(&id(number)) == Some(number)));
    }
}
