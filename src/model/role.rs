//! What members of an organization may do.

use super::view::view;

view! {
    /// A role of an organization's members.
    Role at "" {
        /// The unique identifier, `role_…`.
        id: text_or_empty,
        /// How memberships call it: `org:admin`, `org:member`, ….
        key: text_or_empty,
        /// Its name, for people.
        name: text_or_empty,
        /// What it is for.
        description: text_or_empty,
        /// What it permits.
        permissions: many(Permission),
        /// When it was made.
        created_at: date,
        /// When it was last updated.
        updated_at: date,
    }
}

view! {
    /// Something that a role permits.
    Permission at "" {
        /// The unique identifier, `perm_…`.
        id: text_or_empty,
        /// How memberships call it: `org:sys_memberships:read`, ….
        key: text_or_empty,
        /// Its name, for people.
        name: text_or_empty,
        /// What it is for.
        description: text_or_empty,
        /// When it was made.
        created_at: date,
        /// When it was last updated.
        updated_at: date,
    }
    also "type:s::;"
}

impl Permission {
    /// `system` for Clerk's own, `user` for the application's.
    pub fn kind(&self) -> Option<String> {
        self.json().text("type")
    }
}
