//! Functions that may panic.

unsafe extern "C" {
    fn host_note(value: u32);
}

/// The text of this panic is the library's.
#[unsafe(no_mangle)]
pub extern "C" fn at(which: usize) -> u32 {
    let value = *[1_u32, 2, 3].get(which).unwrap();
    unsafe { host_note(value) };
    value
}

#[unsafe(no_mangle)]
pub extern "C" fn second_at(values: u32, which: u32) -> u32 {
    let values: Vec<u32> = (0..values).collect();
    values[which as usize]
}

/// The text of this panic is our own.
#[unsafe(no_mangle)]
pub extern "C" fn checked(value: u32) -> u32 {
    assert!(value > 2, "the number is too small");
    value
}

/// This text is read, and then the function panics.
#[unsafe(no_mangle)]
pub extern "C" fn said(value: u32) -> u32 {
    "a text that is said".bytes().for_each(|byte| unsafe { host_note(u32::from(byte)) });
    if value > 2 {
        panic!("the number {value} is too great");
    }
    value
}

/// It only prepares for panics.
#[unsafe(no_mangle)]
pub extern "C" fn prepared(value: u32) -> u32 {
    static LOCKED: std::sync::Mutex<Vec<u32>> = std::sync::Mutex::new(Vec::new());
    std::panic::set_hook(Box::new(|_| unsafe { host_note(0) }));
    let caught = std::panic::catch_unwind(|| LOCKED.lock().map_or(0, |mut locked| {
        locked.push(value);
        locked.len() as u32
    }));
    caught.unwrap_or(0)
}
