//! What a new organization of a user's would begin with.

use super::view::view;

view! {
    /// What a new organization of the user's would begin with.
    OrganizationCreationDefaults at "" {
        /// Why the user should think twice: somebody of the same domain has an organization already.
        advisory: json_or_null(OrganizationCreationAdvisory),
        /// What a form begins with.
        form: one(OrganizationCreationData),
    }
}

view! {
    /// What speaks against a new organization.
    OrganizationCreationAdvisory {
        /// Which reason: `organization_already_exists`, ….
        code: text_or_empty,
        /// How much it matters: `warning`, ….
        severity: text_or_empty,
    }
}

view! {
    /// What the form of a new organization begins with.
    OrganizationCreationData {
        /// The name.
        name: text_or_empty,
        /// The name in URLs.
        slug: text_or_empty,
        /// The picture.
        logo: nullable_text,
        /// A blurred one, as a text of BlurHash.
        blur_hash: nullable_text,
    }
}
