//! What two parts of one program share: statics, the heap, objects, pointers to functions. Names that begin with `second_` are the second
//! part's.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

unsafe extern "C" {
    fn host_note(value: u32);
    fn host_second(value: u32);
}

static COUNT: AtomicU32 = AtomicU32::new(7);

#[unsafe(no_mangle)]
pub extern "C" fn count() -> u32 {
    unsafe { host_note(COUNT.load(Relaxed)) };
    COUNT.load(Relaxed)
}

#[unsafe(no_mangle)]
pub extern "C" fn second_count_up(by: u32) -> u32 {
    unsafe { host_second(by) };
    COUNT.fetch_add(by, Relaxed)
}

#[unsafe(no_mangle)]
pub extern "C" fn boxed(value: u32) -> *mut u32 {
    Box::into_raw(Box::new(value))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn unboxed(value: *mut u32) -> u32 {
    unsafe { *Box::from_raw(value) }
}

#[unsafe(no_mangle)]
pub extern "C" fn second_boxed(value: u32) -> *mut u32 {
    Box::into_raw(Box::new(value + 1))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn second_unboxed(value: *mut u32) -> u32 {
    unsafe { *Box::from_raw(value) * 2 }
}

trait Speaker {
    fn say(&self) -> u32;
}

struct Loud(u32);

impl Speaker for Loud {
    fn say(&self) -> u32 {
        self.0 * 100
    }
}

thread_local! {
    static SPEAKER: RefCell<Option<Rc<dyn Speaker>>> = const { RefCell::new(None) };
    static ABOVE: Cell<Option<fn(u32) -> u32>> = const { Cell::new(None) };
}

#[unsafe(no_mangle)]
pub extern "C" fn speak() -> u32 {
    SPEAKER.with_borrow(|speaker| speaker.as_ref().map_or(0, |speaker| speaker.say()))
}

#[unsafe(no_mangle)]
pub extern "C" fn second_speaker(value: u32) {
    SPEAKER.set(Some(Rc::new(Loud(value))));
}

#[unsafe(no_mangle)]
pub extern "C" fn above(value: u32) -> u32 {
    ABOVE.get().map_or(0, |above| above(value))
}

fn triple(value: u32) -> u32 {
    value * 3
}

#[unsafe(no_mangle)]
pub extern "C" fn second_above() {
    ABOVE.set(Some(triple));
}

/// A vtable that the first part's own data holds.
struct Quiet;

impl Speaker for Quiet {
    #[inline(never)]
    fn say(&self) -> u32 {
        5
    }
}

/// Another, so that the compiler does not know who speaks.
struct Silent;

impl Speaker for Silent {
    fn say(&self) -> u32 {
        0
    }
}

static SPEAKERS: [&(dyn Speaker + Sync); 2] = [&Quiet, &Silent];

#[unsafe(no_mangle)]
pub extern "C" fn table_speaks(which: usize) -> u32 {
    SPEAKERS.get(which).map_or(0, |speaker| speaker.say())
}

static FIRST_TEXT: &str = "a text of the first part alone";
static SECOND_TEXT: &str = "a text of the second part alone";

#[unsafe(no_mangle)]
pub extern "C" fn text() -> *const u8 {
    FIRST_TEXT.as_ptr()
}

#[unsafe(no_mangle)]
pub extern "C" fn second_text() -> *const u8 {
    SECOND_TEXT.as_ptr()
}

/// The linker keeps it, and nobody reads it.
#[used]
static UNUSED: (fn() -> &'static str, u32) = (nobody_calls, 77);

#[inline(never)]
fn nobody_calls() -> &'static str {
    "a text that nobody reads"
}

/// Statics of both parts in turn, in the order of their names: bytes of the first are between bytes of the second.
static ROW1: AtomicU32 = AtomicU32::new(0x0100_0001);
static ROW2: AtomicU32 = AtomicU32::new(0x0100_0002);
static ROW3: AtomicU32 = AtomicU32::new(0x0100_0000);
static ROW4: AtomicU32 = AtomicU32::new(0x0100_0004);
static ROW5: AtomicU32 = AtomicU32::new(5);
static ROW6: AtomicU32 = AtomicU32::new(0x0600_0000);

#[unsafe(no_mangle)]
pub extern "C" fn change(value: u32) {
    for place in [&ROW1, &ROW3, &ROW5] {
        place.store(value, Relaxed);
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn first_sum() -> u32 {
    [&ROW1, &ROW3, &ROW5].iter().fold(0, |sum, place| sum ^ place.load(Relaxed).rotate_left(sum & 7))
}

#[unsafe(no_mangle)]
pub extern "C" fn second_sum() -> u32 {
    [&ROW2, &ROW4, &ROW6].iter().fold(0, |sum, place| sum ^ place.load(Relaxed).rotate_left(sum & 7))
}

#[unsafe(no_mangle)]
pub extern "C" fn first_address(which: usize) -> *const AtomicU32 {
    [&ROW1, &ROW3, &ROW5].get(which).map_or(std::ptr::null(), |place| std::ptr::from_ref(*place))
}

#[unsafe(no_mangle)]
pub extern "C" fn second_address(which: usize) -> *const AtomicU32 {
    [&ROW2, &ROW4, &ROW6].get(which).map_or(std::ptr::null(), |place| std::ptr::from_ref(*place))
}

#[unsafe(export_name = "hashed_0123456789abcdef")]
pub extern "C" fn hashed(value: u32) -> u32 {
    value ^ COUNT.load(Relaxed)
}

#[unsafe(export_name = "second_hashed_0123456789abcdef")]
pub extern "C" fn second_hashed(which: usize) -> u8 {
    SECOND_TEXT.as_bytes().get(which).copied().unwrap_or(0)
}

/// An export of the second part that the first part calls.
#[unsafe(no_mangle)]
#[inline(never)]
pub extern "C" fn second_wanted_by_first(value: u32) -> u32 {
    value.rotate_left(3) ^ 9
}

#[unsafe(no_mangle)]
pub extern "C" fn wants_second(value: u32) -> u32 {
    second_wanted_by_first(value).wrapping_mul(second_wanted_by_first(value + 1))
}
