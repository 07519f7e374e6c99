//! The addresses and the phones of a user, where it does not matter which of the two something is.

use super::message::{Channel, Recipient};
use super::user::{Proof, User};
use super::verification::Verification;

/// An address or a phone.
#[derive(Debug)]
pub(crate) struct Contact<'u> {
    pub(crate) proof: &'u Proof,
    pub(crate) verification: Option<&'u Verification>,
    /// Where messages for it go.
    pub(crate) recipient: Recipient,
}

impl Contact<'_> {
    pub(crate) fn is_verified(&self) -> bool {
        !matches!(self.proof, Proof::None)
    }
}

impl User {
    /// The address or the phone with this id.
    pub(crate) fn contact(&self, id: &str) -> Option<Contact<'_>> {
        let email = self.email_addresses.iter().find(|email| email.id == id).map(|email| Contact {
            proof: &email.proof,
            verification: email.verification.as_ref(),
            recipient: Recipient { channel: Channel::Email, address: email.address.clone() },
        });
        email.or_else(|| {
            self.phone_numbers.iter().find(|phone| phone.id == id).map(|phone| Contact {
                proof: &phone.proof,
                verification: phone.verification.as_ref(),
                recipient: Recipient { channel: Channel::Sms, address: phone.number.clone() },
            })
        })
    }

    /// How it came to be trusted, and the verification that was begun.
    pub(crate) fn contact_mut(&mut self, id: &str) -> Option<(&mut Proof, &mut Option<Verification>)> {
        let email = self.email_addresses.iter_mut().find(|email| email.id == id);
        let phone = self.phone_numbers.iter_mut().find(|phone| phone.id == id);
        email
            .map(|email| (&mut email.proof, &mut email.verification))
            .or(phone.map(|phone| (&mut phone.proof, &mut phone.verification)))
    }

    /// Takes it off the user.
    pub(crate) fn remove_contact(&mut self, id: &str) {
        self.email_addresses.retain(|email| email.id != id);
        self.phone_numbers.retain(|phone| phone.id != id);
    }

    /// Could nobody name this account, or come back to it, without this?
    pub(crate) fn hangs_on(&self, id: &str) -> bool {
        let has_other_email = self.verified_emails().any(|email| email.id != id);
        let has_other_phone = self.first_factor_phones().any(|phone| phone.id != id);
        let has_other_name = self.username.is_some() || !self.web3_wallets.is_empty();
        !(has_other_email || has_other_phone || has_other_name || !self.external_accounts.is_empty())
    }
}
