//! Identifiers, secrets and codes, and the generators that they are drawn from.
//!
//! Every request has a generator of its own. With a seed it follows from the seed, the request's
//! method and path and how often these were asked before, and from nothing else: requests that
//! are on their way at the same time draw the same, whichever of them arrives first.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::Method;
use rand::rngs::ChaCha12Rng;
use rand::{RngExt, SeedableRng};
use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Where requests get their generators from; by default, ones that nobody can predict.
#[derive(Debug, Default)]
pub(crate) struct Randomness {
    seed: Option<u64>,
    /// How often each method and path was asked since the seed was set.
    asked: HashMap<String, u64>,
}

impl Randomness {
    /// With a seed, the same requests get the same generators again.
    pub(crate) fn with_seed(seed: Option<u64>) -> Self {
        Self { seed, asked: HashMap::new() }
    }

    /// The generator of the next request of this method to this path.
    pub(crate) fn for_request(&mut self, method: &Method, path: &str) -> Random {
        let Some(seed) = self.seed else {
            return Random::default();
        };
        let route = format!("{method} {path}");
        let times = self.asked.entry(route.clone()).or_default();
        *times += 1;
        Random::from_text(&format!("{seed} {times} {route}"))
    }
}

/// The generator of one request. Clones draw from the same.
#[derive(Clone)]
pub(crate) struct Random(Arc<Mutex<ChaCha12Rng>>);

impl Random {
    /// A new identifier such as `sess_2x…`: the prefix and 27 characters, as long as Clerk's.
    pub(crate) fn id(&self, prefix: &str) -> String {
        format!("{prefix}_{}", self.text(27))
    }

    /// `length` characters that nobody can guess who does not know the seed.
    pub(crate) fn text(&self, length: usize) -> String {
        (0..length)
            .filter_map(|_| ALPHABET.get(self.below(ALPHABET.len())))
            .map(|byte| char::from(*byte))
            .collect()
    }

    /// A one-time code of six digits.
    pub(crate) fn code(&self) -> String {
        format!("{:06}", self.below(1_000_000))
    }

    fn below(&self, end: usize) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).random_range(0..end)
    }

    fn from_text(text: &str) -> Self {
        Self::from(ChaCha12Rng::from_seed(Sha256::digest(text).into()))
    }
}

impl Default for Random {
    fn default() -> Self {
        Self::from(rand::make_rng::<ChaCha12Rng>())
    }
}

impl From<ChaCha12Rng> for Random {
    fn from(generator: ChaCha12Rng) -> Self {
        Self(Arc::new(Mutex::new(generator)))
    }
}

/// Says nothing: who knows its state knows the secrets.
impl fmt::Debug for Random {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Random")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_carry_their_prefix_and_differ() {
        let random = Random::default();
        let (first, second) = (random.id("sess"), random.id("sess"));
        assert!(first.starts_with("sess_") && first.len() == 32);
        assert_ne!(first, second);
        assert_ne!(Random::default().id("sess"), Random::default().id("sess"));
        assert_eq!(random.code().len(), 6);
    }

    #[test]
    fn a_seed_and_a_request_decide_what_is_drawn() {
        let draw = |seed: u64, requests: &[(Method, &str)]| -> Vec<String> {
            let mut randomness = Randomness::with_seed(Some(seed));
            requests.iter().map(|(method, path)| randomness.for_request(method, path).text(9)).collect()
        };
        let (a, b) = ((Method::GET, "/a"), (Method::GET, "/b"));
        let drawn = draw(7, &[a.clone(), b.clone(), a.clone()]);
        assert_eq!(draw(7, &[b.clone(), a.clone(), a.clone()]), [&*drawn[1], &*drawn[0], &*drawn[2]]);
        let others = [draw(8, std::slice::from_ref(&a)), draw(7, &[(Method::POST, "/a")])].concat();
        let all: std::collections::BTreeSet<&String> = drawn.iter().chain(&others).collect();
        assert_eq!(all.len(), 5);
    }

    /// Tests of users compare with identifiers that they wrote down: another version must draw
    /// the same.
    #[test]
    fn what_a_seed_draws_does_not_change() {
        let random = Randomness::with_seed(Some(7)).for_request(&Method::POST, "/v1/dev_browser");
        assert_eq!(
            (random.id("dvb").as_str(), random.code().as_str()),
            ("dvb_6U5afBFfC1yRHr4w8g2aRjAeqbN", "990898")
        );
    }
}
