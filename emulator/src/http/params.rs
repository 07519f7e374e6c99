//! Name and value pairs of a query or a form, read strictly.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::error::ApiError;

/// The text is not `application/x-www-form-urlencoded`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Malformed;

/// Pairs in the order in which they were sent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Params {
    pairs: Vec<(String, String)>,
}

impl Params {
    /// Reads pairs; a percent sign without two hexadecimal digits and bytes that are not UTF-8
    /// are refused, as Clerk does.
    pub(crate) fn parse(text: &str) -> Result<Self, Malformed> {
        let pairs = text
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                Ok((decode(name)?, decode(value)?))
            })
            .collect::<Result<_, Malformed>>()?;
        Ok(Self { pairs })
    }

    /// All pairs.
    pub(crate) fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// The value of a parameter that may be sent once.
    pub(crate) fn one(&self, name: &str) -> Result<Option<&str>, ApiError> {
        let mut values =
            self.pairs.iter().filter(|(given, _)| given == name).map(|(_, value)| value.as_str());
        let value = values.next();
        if values.next().is_some() {
            return Err(ApiError::param_duplicate(name));
        }
        Ok(value)
    }

    /// The values of a parameter that may be sent several times, without empty ones.
    pub(crate) fn all<'p>(&'p self, name: &str) -> impl Iterator<Item = &'p str> {
        let name = name.to_owned();
        let named = self.pairs.iter().filter(move |(given, _)| *given == name);
        named.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// The value of a parameter, where clerk-js's `null`, an empty value, counts as absent.
    pub(crate) fn filled(&self, name: &str) -> Result<Option<&str>, ApiError> {
        Ok(self.one(name)?.filter(|value| !value.is_empty()))
    }

    /// The value of a parameter that must be there and not be empty.
    pub(crate) fn required(&self, name: &str) -> Result<&str, ApiError> {
        match self.one(name)? {
            None => Err(ApiError::param_missing(name)),
            Some("") => Err(ApiError::param_nil(name)),
            Some(value) => Ok(value),
        }
    }

    /// A parameter that is `true` or `false`; absent or empty is false.
    pub(crate) fn flag(&self, name: &str) -> Result<bool, ApiError> {
        match self.filled(name)? {
            None | Some("false" | "0") => Ok(false),
            Some("true" | "1") => Ok(true),
            Some(other) => Err(ApiError::param_value_invalid(name, other)),
        }
    }

    /// Refuses parameters that the route does not know. Those that start with `__clerk_` come
    /// from Clerk's bot protection and may always be there.
    pub(crate) fn only(&self, known: &[&str]) -> Result<(), ApiError> {
        let unknown = self
            .pairs
            .iter()
            .find(|(name, _)| !known.contains(&name.as_str()) && !name.starts_with("__clerk_"));
        match unknown {
            Some((name, _)) => Err(ApiError::param_unknown(name)),
            None => Ok(()),
        }
    }
}

fn decode(text: &str) -> Result<String, Malformed> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('%') {
        let digits = after.get(..2).ok_or(Malformed)?;
        if !digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(Malformed);
        }
        rest = after;
    }
    percent_decode_str(&text.replace('+', " ")).decode_utf8().map(Cow::into_owned).map_err(|_| Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_decoded() {
        let params = Params::parse("a=1+2&b=%26%C3%A9&c&d=").unwrap();
        assert_eq!(params.one("a").unwrap(), Some("1 2"));
        assert_eq!(params.one("b").unwrap(), Some("&é"));
        assert_eq!(params.one("c").unwrap(), Some(""));
        assert_eq!(params.filled("d").unwrap(), None);
        assert_eq!(params.one("e").unwrap(), None);
    }

    #[test]
    fn bad_encodings_are_refused() {
        for text in ["a=%", "a=%4", "a=%zz", "a=%FF", "%C3=1", "a=%é1"] {
            assert_eq!(Params::parse(text).err(), Some(Malformed), "{text}");
        }
    }

    #[test]
    fn repeated_and_unknown_parameters_are_refused() {
        let params = Params::parse("a=1&a=2&__clerk_protect_token=x").unwrap();
        assert!(params.one("a").is_err());
        assert!(params.only(&["b"]).is_err());
        assert!(params.only(&["a"]).is_ok());
        assert!(Params::parse("a=maybe").unwrap().flag("a").is_err());
    }
}
