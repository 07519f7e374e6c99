// What makes one JSON value of another (RFC 7396).

import { tools } from '../flows/tools.js';

const isSame = (left, right) => JSON.stringify(left) === JSON.stringify(right);

/** The patch that makes `wanted` of `present`; what is gone is null in it. */
export function mergePatch(present, wanted) {
  const patch = {};
  for (const [key, value] of Object.entries(wanted)) {
    const known = present[key];
    if (!tools.isObject(known) || !tools.isObject(value)) {
      if (!isSame(known, value)) patch[key] = value;
      continue;
    }
    const inner = mergePatch(known, value);
    if (Object.keys(inner).length) patch[key] = inner;
  }
  for (const key of Object.keys(present)) if (!(key in wanted)) patch[key] = null;
  return patch;
}
