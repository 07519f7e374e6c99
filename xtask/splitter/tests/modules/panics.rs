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
