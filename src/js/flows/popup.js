// A window of the application's. What is shown in it, and what comes of it, `engine/flows/popup.rs` knows.

import { missing, run } from './tools.js';

/** @import { AuthenticateWithPopupParams, SignInResource, SignUpResource } from 'clerk-wasm' */

/** What sends a window to a page, and what tells whether it is closed. */
const waysOf = popup =>
  popup
    ? [
        url => {
          popup.location.href = url;
        },
        () => popup.closed,
      ]
    : [];

/** A flow that may be in a window. The window is none of the parameters that are copied. */
const withPopup =
  name =>
  (attempt, { popup, ...params }) =>
    run(name)(attempt, params, ...waysOf(popup));

/**
 * `authenticateWithPopup()`: resolves when the window shows the provider's page; what comes of it is followed by itself.
 * @param {SignInResource|SignUpResource} attempt
 * @param {AuthenticateWithPopupParams} [params]
 */
export async function authenticateWithPopup(attempt, params) {
  if (!params?.popup) throw missing('authenticateWithPopup', 'popup');
  return withPopup('authenticateWithPopup')(attempt, params);
}

/** `sso()` of the custom-flow API. */
export const sso = withPopup('sso');
