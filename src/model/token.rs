//! A session token.

use super::Jwt;
use super::view::view;

view! {
    /// A session token. `Debug` never shows it.
    Token at "tokens" {}
    also "jwt:J::;"
}

impl Token {
    /// The token as text; `None` when there is none.
    pub fn raw(&self) -> Option<String> {
        self.json().text("jwt").filter(|text| !text.is_empty())
    }

    /// The token, decoded and not verified; `None` when there is none or it is not a JWT.
    pub fn jwt(&self) -> Option<Jwt> {
        Jwt::decode(&self.raw()?)
    }
}
