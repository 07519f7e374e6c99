//! Finding accounts by what people type.

use super::Tables;
use crate::model::user::User;

/// The address as it is stored, or nothing when it is no e-mail address.
pub(crate) fn normalized_email(typed: &str) -> Option<String> {
    let address = typed.trim().to_lowercase();
    let (local, domain) = address.split_once('@')?;
    let plain = |part: &str| {
        !part.is_empty() && !part.contains(|c: char| c == '@' || c.is_whitespace() || c.is_control())
    };
    let dotted = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
    (plain(local) && plain(domain) && dotted && address.len() <= 254).then_some(address)
}

/// The phone number in the international form in which it is stored, such as `+12015550100`, or nothing when it is none.
pub(crate) fn normalized_phone(typed: &str) -> Option<String> {
    let is_ornament = |c: char| c.is_whitespace() || "-.()".contains(c);
    let number: String = typed.chars().filter(|c| !is_ornament(*c)).collect();
    let digits = number.strip_prefix('+')?;
    let plain = (8..=15).contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_digit());
    plain.then_some(number)
}

/// The username as it is stored, or nothing when it cannot be one.
pub(crate) fn normalized_username(typed: &str) -> Option<String> {
    let username = typed.trim().to_lowercase();
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    ((4..=64).contains(&username.len()) && username.chars().all(allowed)).then_some(username)
}

impl Tables {
    /// The account that an e-mail address, username or phone number, in stored form, names.
    pub(crate) fn user_named(&self, identifier: &str) -> Option<&User> {
        self.users.values().find(|user| user.is_named(identifier))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e_mail_addresses_are_told_from_other_text() {
        assert_eq!(normalized_email(" Ada@Example.com ").as_deref(), Some("ada@example.com"));
        for wrong in ["", "ada", "@example.com", "ada@", "ada@localhost", "a b@c.d", "a@b@c.d", "a@b..d"] {
            assert_eq!(normalized_email(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn phone_numbers_are_international() {
        assert_eq!(normalized_phone("+1 (201) 555-0100").as_deref(), Some("+12015550100"));
        for wrong in ["", "+", "2015550100", "+1201", "+1201555010x", "+1234567890123456"] {
            assert_eq!(normalized_phone(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn usernames_are_short_plain_words() {
        assert_eq!(normalized_username("Ada_L-1").as_deref(), Some("ada_l-1"));
        for wrong in ["", "ada", "ada lovelace", "ada@x", &"a".repeat(65)] {
            assert_eq!(normalized_username(wrong), None, "{wrong}");
        }
    }
}
