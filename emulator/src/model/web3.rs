//! Wallets: their addresses, and whether a message was signed with one.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::Verifier;
use k256::ecdsa::{RecoveryId, Signature, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha3::{Digest, Keccak256};

use crate::random::Random;

/// The bytes of an address: the end of a hash on Ethereum, a key on Solana.
const ETHEREUM_LENGTH: usize = 20;
const SOLANA_LENGTH: usize = 32;
/// What the last byte of an Ethereum signature counts from, in most wallets.
const RECOVERY_OFFSET: u8 = 27;

/// A kind of wallet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Wallet {
    #[serde(rename = "web3_metamask_signature")]
    Metamask,
    #[serde(rename = "web3_base_signature")]
    Base,
    #[serde(rename = "web3_coinbase_wallet_signature")]
    Coinbase,
    #[serde(rename = "web3_okx_wallet_signature")]
    Okx,
    #[serde(rename = "web3_solana_signature")]
    Solana,
}

impl Wallet {
    const ALL: [Self; 5] = [Self::Metamask, Self::Base, Self::Coinbase, Self::Okx, Self::Solana];

    /// The wallet of a strategy on the wire.
    pub(crate) fn parse(strategy: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wallet| wallet.strategy() == strategy)
    }

    /// The word on the wire.
    pub(crate) fn strategy(self) -> &'static str {
        match self {
            Self::Metamask => "web3_metamask_signature",
            Self::Base => "web3_base_signature",
            Self::Coinbase => "web3_coinbase_wallet_signature",
            Self::Okx => "web3_okx_wallet_signature",
            Self::Solana => "web3_solana_signature",
        }
    }

    /// Whether a wallet of this kind may have an address, which is in stored form.
    pub(crate) fn may_have(self, address: &str) -> bool {
        address.starts_with("0x") != (self == Self::Solana)
    }
}

/// The address as it is stored, or nothing when it is none of a wallet: capitals only check it for typing errors on
/// Ethereum, and count on Solana.
pub(crate) fn normalized_wallet(typed: &str) -> Option<String> {
    let address = typed.trim();
    match address.strip_prefix("0x").or_else(|| address.strip_prefix("0X")) {
        Some(digits) => {
            let bytes = from_hex(digits).filter(|bytes| bytes.len() == ETHEREUM_LENGTH)?;
            Some(format!("0x{}", to_hex(&bytes)))
        }
        None => solana_key(address).map(|_| address.to_owned()),
    }
}

/// Whether the owner of an address has signed a message, as wallets and clerk-js write signatures.
pub(crate) fn is_signed(address: &str, message: &str, signature: &str) -> bool {
    if address.starts_with("0x") {
        ethereum_signer(message, signature).is_some_and(|signer| signer == address)
    } else {
        is_signed_on_solana(address, message, signature).unwrap_or(false)
    }
}

/// Who has signed by `personal_sign` (EIP-191).
fn ethereum_signer(message: &str, signature: &str) -> Option<String> {
    let bytes = from_hex(signature.strip_prefix("0x")?)?;
    let (last, rest) = bytes.split_last()?;
    let recovery = RecoveryId::from_byte(last.checked_sub(RECOVERY_OFFSET).unwrap_or(*last))?;
    let signature = Signature::from_slice(rest).ok()?;
    let prefixed = format!("\x19Ethereum Signed Message:\n{}{message}", message.len());
    let hash = Keccak256::digest(prefixed.as_bytes());
    let key = VerifyingKey::recover_from_prehash(&hash, &signature, recovery).ok()?;
    Some(ethereum_address(&key))
}

fn ethereum_address(key: &VerifyingKey) -> String {
    let point = key.to_sec1_point(false);
    // The first byte says that the point is not compressed.
    let hash = Keccak256::digest(point.as_bytes().get(1..).unwrap_or_default());
    format!("0x{}", to_hex(hash.get(hash.len() - ETHEREUM_LENGTH..).unwrap_or_default()))
}

/// clerk-js sends the 64 bytes of Ed25519 in base64.
fn is_signed_on_solana(address: &str, message: &str, signature: &str) -> Option<bool> {
    let signature = ed25519_dalek::Signature::from_slice(&STANDARD.decode(signature).ok()?).ok()?;
    let key = ed25519_dalek::VerifyingKey::from_bytes(&solana_key(address)?).ok()?;
    Some(key.verify(message.as_bytes(), &signature).is_ok())
}

fn solana_key(address: &str) -> Option<[u8; SOLANA_LENGTH]> {
    bs58::decode(address).into_vec().ok()?.try_into().ok()
}

fn from_hex(digits: &str) -> Option<Vec<u8>> {
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit()) && digits.len().is_multiple_of(2);
    is_hex.then_some(())?;
    let pairs = (0..digits.len()).step_by(2).filter_map(|start| digits.get(start..start + 2));
    pairs.map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A wallet of a user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Web3Wallet {
    pub(crate) id: String,
    /// In stored form.
    pub(crate) address: String,
    /// The wallet with which the address was proven; none, a seed said so.
    pub(crate) proven_with: Option<Wallet>,
    pub(crate) created_at: i64,
}

impl Web3Wallet {
    pub(crate) fn new(random: &Random, address: String, proven_with: Option<Wallet>, now: i64) -> Self {
        Self { id: random.id("idn"), address, proven_with, created_at: now }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the documentation of web3.js for `eth.accounts.sign`: made by somebody else than this code.
    const SIGNER: &str = "0x2c7536e3605d9c16a7a3d7b1898e529396a65c23";
    const SIGNATURE: &str = "0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b8001864\
                             22fc2da167c747ef045e5d18a5f5d4300f8e1a0291c";

    #[test]
    fn the_signer_of_a_message_is_recovered() {
        assert!(is_signed(SIGNER, "Some data", SIGNATURE));
        let with_small_v = SIGNATURE.strip_suffix("1c").unwrap().to_owned() + "01";
        assert!(is_signed(SIGNER, "Some data", &with_small_v));
        assert!(!is_signed(SIGNER, "Other data", SIGNATURE));
        assert!(!is_signed("0x0000000000000000000000000000000000000000", "Some data", SIGNATURE));
        for wrong in ["", "0x", "0xzz", "0xb", &SIGNATURE[..40], &SIGNATURE.replace("1c", "1d")] {
            assert!(!is_signed(SIGNER, "Some data", wrong), "{wrong}");
        }
    }

    /// RFC 8032, section 7.1, test 1: the empty message.
    #[test]
    fn a_signature_of_ed25519_is_checked() {
        let key = from_hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a").unwrap();
        let address = bs58::encode(key).into_string();
        let signature = from_hex(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd\
             25bf5f0595bbe24655141438e7a100b",
        );
        let signature = STANDARD.encode(signature.unwrap());
        assert!(is_signed(&address, "", &signature));
        assert!(!is_signed(&address, "x", &signature));
        assert!(!is_signed(&address, "", "nonsense"));
    }

    #[test]
    fn addresses_are_told_from_other_text() {
        let shouted = SIGNER.to_uppercase().replace("0X", "0x");
        assert_eq!(normalized_wallet(&shouted).as_deref(), Some(SIGNER));
        let solana = "9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM";
        assert_eq!(normalized_wallet(solana).as_deref(), Some(solana));
        for wrong in ["", "0x", "ada", "0x2c7536e3605d9c16a7a3d7b1898e529396a65c2", "ada@example.com", "0l"] {
            assert_eq!(normalized_wallet(wrong), None, "{wrong}");
        }
        assert!(
            Wallet::Base.may_have(SIGNER)
                && !Wallet::Solana.may_have(SIGNER)
                && Wallet::Solana.may_have(solana)
        );
        assert_eq!(Wallet::parse("web3_okx_wallet_signature"), Some(Wallet::Okx));
        assert_eq!(Wallet::parse("web3_wallet_signature"), None);
    }
}
