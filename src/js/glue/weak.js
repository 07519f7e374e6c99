// What Rust holds of an object without keeping it. Old WebViews, and Cloudflare's workers of old dates, have no weak references: there it is
// kept, with all that belongs to its Clerk object.

/** A reference to an object. */
export const weak = object => (typeof WeakRef === 'function' ? new WeakRef(object) : { deref: () => object });

/** The object; undefined when nobody has it any more. */
export const held = reference => reference.deref();
