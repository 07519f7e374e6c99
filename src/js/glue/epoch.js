// What JavaScript has read of the engine holds until something changes there. Rust says so, and everything kept from
// before is read again: one number for all objects, since reading again is cheap and changes are rare.

/** Counts the changes. What is kept with another number is out of date. */
export let epoch = 0;

/** Something changed that JavaScript may have read. */
export const changed = () => {
  epoch++;
};
