//! A part of a long list.

use serde_json::{Value, json};

use super::params::Params;
use crate::error::ApiError;

/// How many items an answer has when nobody asks for more.
const DEFAULT_LIMIT: usize = 10;
const HIGHEST_LIMIT: usize = 500;

/// Which items of a list somebody wants.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Page {
    limit: usize,
    offset: usize,
}

impl Page {
    /// The page that a query asks for.
    pub(crate) fn of(query: &Params) -> Result<Self, ApiError> {
        let limit = number(query, "limit", DEFAULT_LIMIT)?;
        if !(1..=HIGHEST_LIMIT).contains(&limit) {
            return Err(ApiError::param_value_invalid("limit", &limit.to_string()));
        }
        Ok(Self { limit, offset: number(query, "offset", 0)? })
    }

    /// The items of the page, without a word of the others.
    pub(crate) fn items(self, all: Vec<Value>) -> Value {
        all.into_iter().skip(self.offset).take(self.limit).collect()
    }

    /// The same, with how many there are in all.
    pub(crate) fn with_total(self, all: Vec<Value>) -> Value {
        let total_count = all.len();
        json!({ "data": self.items(all), "total_count": total_count })
    }
}

fn number(query: &Params, param: &str, default: usize) -> Result<usize, ApiError> {
    let Some(text) = query.filled(param)? else {
        return Ok(default);
    };
    text.parse().map_err(|_| ApiError::param_value_invalid(param, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(query: &str) -> Result<Page, ApiError> {
        Page::of(&Params::parse(query).unwrap())
    }

    #[test]
    fn a_page_is_cut_out_of_a_list() {
        let all = || vec![json!(1), json!(2), json!(3)];
        assert_eq!(
            page("limit=1&offset=1").unwrap().with_total(all()),
            json!({ "data": [2], "total_count": 3 })
        );
        assert_eq!(page("offset=9").unwrap().items(all()), json!([]));
        for wrong in ["limit=0", "limit=501", "limit=x", "offset=-1"] {
            assert!(page(wrong).is_err(), "{wrong}");
        }
    }
}
