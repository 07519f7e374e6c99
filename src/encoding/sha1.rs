//! SHA-1 (RFC 3174), for the names of cookies and nothing that has to be safe: `crypto.subtle`, which has it too, is not
//! there on plain http pages.

/// The digest of a message, in words.
pub(crate) fn sha1(message: &[u8]) -> [u32; 5] {
    let mut state: [u32; 5] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0];
    padded(message).chunks_exact(16).for_each(|block| add_block(&mut state, block));
    state
}

/// The message in words, with the end mark and its length in bits.
fn padded(message: &[u8]) -> Vec<u32> {
    let mut words = vec![0; (message.len() + 9).div_ceil(64) * 16];
    for (index, byte) in message.iter().chain(&[0x80]).enumerate() {
        if let Some(word) = words.get_mut(index / 4) {
            *word |= u32::from(*byte) << (24 - index % 4 * 8);
        }
    }
    if let Some(length) = words.last_mut() {
        *length = message.len() as u32 * 8;
    }
    words
}

fn add_block(state: &mut [u32; 5], block: &[u32]) {
    // The word of this round, and the fifteen after it.
    let mut words: [u32; 16] = block.try_into().unwrap_or_default();
    let [mut a, mut b, mut c, mut d, mut e] = *state;
    for round in 0..80 {
        let (mixed, constant) = match round {
            0..20 => (b & c | !b & d, 0x5A82_7999),
            20..40 => (b ^ c ^ d, 0x6ED9_EBA1),
            40..60 => (b & c | b & d | c & d, 0x8F1B_BCDC),
            _ => (b ^ c ^ d, 0xCA62_C1D6_u32),
        };
        let sum = mixed.wrapping_add(e).wrapping_add(constant).wrapping_add(words[0]);
        let next = (words[13] ^ words[8] ^ words[2] ^ words[0]).rotate_left(1);
        words.copy_within(1.., 0);
        words[15] = next;
        (e, d, c, b, a) = (d, c, b.rotate_left(30), a, a.rotate_left(5).wrapping_add(sum));
    }
    for (to, add) in state.iter_mut().zip([a, b, c, d, e]) {
        *to = to.wrapping_add(add);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_a_well_kept_crate() {
        for length in 0..200 {
            let message = vec![b'a'; length];
            let bytes: Vec<u8> = sha1(&message).iter().flat_map(|word| word.to_be_bytes()).collect();
            assert_eq!(bytes, sha1_smol::Sha1::from(&message).digest().bytes());
        }
    }
}
