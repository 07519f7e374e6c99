// What Rust holds of an object without keeping it. Old WebViews, and Cloudflare's workers of old dates, have no weak references: there it is
// kept, with all that belongs to its Clerk object.

import { undefinedIfThrown } from '../../platform/browser/page.js';

/** A reference to an object. */
export const weak = object =>
  undefinedIfThrown(() => {
    const reference = new WeakRef(object);
    return reference.deref() && reference;
  }) ?? { deref: () => object };

/** The object; undefined when nobody has it any more. */
export const held = reference => reference.deref();
