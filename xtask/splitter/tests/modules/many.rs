//! Functions that need much of the library, each `(u32, u32) -> u32`; half of them are the second part's.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Write};

unsafe extern "C" {
    fn host_note(value: u32);
}

thread_local! {
    static KEPT: RefCell<BTreeMap<u32, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// A number that makes a difference between texts.
fn hash(text: &str) -> u32 {
    text.bytes().fold(17, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)))
}

struct Amount(u32);

impl Display for Amount {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} apples", self.0)
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn keep(key: u32, value: u32) -> u32 {
    KEPT.with_borrow_mut(|kept| {
        kept.insert(key % 50, Amount(value).to_string());
        kept.len() as u32
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn second_kept(key: u32, _: u32) -> u32 {
    KEPT.with_borrow(|kept| kept.get(&(key % 50)).map_or(1, |text| hash(text)))
}

#[unsafe(no_mangle)]
pub extern "C" fn second_forget(key: u32, _: u32) -> u32 {
    KEPT.with_borrow_mut(|kept| kept.remove(&(key % 50)).map_or(2, |text| text.len() as u32))
}

#[unsafe(no_mangle)]
pub extern "C" fn all(_: u32, _: u32) -> u32 {
    KEPT.with_borrow(|kept| kept.iter().fold(3, |sum, (key, text)| sum ^ hash(text).rotate_left(*key)))
}

#[unsafe(no_mangle)]
pub extern "C" fn second_hex(a: u32, b: u32) -> u32 {
    let mut text = String::new();
    let _ = write!(text, "{a:08x}-{b:>12}");
    unsafe { host_note(a) };
    hash(&text)
}

#[unsafe(no_mangle)]
pub extern "C" fn sort(a: u32, b: u32) -> u32 {
    let mut numbers: Vec<u32> = (0..a % 90).map(|i| i.wrapping_mul(b) ^ 77).collect();
    numbers.sort_unstable();
    numbers.iter().fold(0, |sum, number| sum.rotate_left(3) ^ number)
}

#[unsafe(no_mangle)]
pub extern "C" fn second_words(a: u32, b: u32) -> u32 {
    let words = ["one", "two", "three", "four", "five"];
    let text: Vec<&str> = (0..b % 9).filter_map(|i| words.get(((a ^ i) % 5) as usize).copied()).collect();
    hash(&text.join(", "))
}

#[unsafe(no_mangle)]
pub extern "C" fn second_float(a: u32, b: u32) -> u32 {
    hash(&format!("{:.3}", f64::from(a) / f64::from(b.max(1))))
}

#[unsafe(no_mangle)]
pub extern "C" fn parse(a: u32, b: u32) -> u32 {
    let text = format!("{}{}", a % 1000, b % 1000);
    text.parse().unwrap_or(4)
}

#[unsafe(no_mangle)]
pub extern "C" fn second_picked(a: u32, b: u32) -> u32 {
    match a % 4 {
        0 => b.leading_zeros(),
        1 => b.wrapping_mul(3),
        2 => hash("third"),
        _ => "chosen otherwise".len() as u32 ^ b,
    }
}
