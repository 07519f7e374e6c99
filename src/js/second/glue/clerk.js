// What the methods of a Clerk object that end on a page add to those of the module.

import { first } from './first.js';

/** @import { Clerk } from 'clerk-wasm' */

/** What a call was given, but for a page afterwards that nobody is sent to. Other protocols are judged by who goes there. */
function heldBack(clerk, given) {
  if (!given?.redirectUrl || !globalThis.location) return given;
  const { redirectUrl } = given;
  const url = new URL(redirectUrl, location.href);
  const mayBeSent = !url.protocol.startsWith('http') || first.isAllowed(first.instanceOf(clerk), url);
  return { ...given, redirectUrl: mayBeSent ? String(redirectUrl) : '/' };
}

/**
 * The methods of a Clerk object, by those of the module.
 * @param {any} methods
 * @returns {object & ThisType<Clerk>}
 */
export const clerkMethods = ({ setActive, signOut, ...others }) => ({
  ...others,
  async setActive(params) {
    await setActive.call(this, heldBack(this, params));
    const { currentTask } = this.session ?? {};
    if (currentTask && !params.navigate && !first.instanceOf(this).options.taskUrls)
      first.warn(`The session has a task to do, "${currentTask.key}", and no taskUrls or navigate lead to it.`);
  },
  async signOut(...given) {
    await signOut.apply(
      this,
      given.map(one => heldBack(this, one)),
    );
  },
});
