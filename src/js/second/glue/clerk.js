// What the methods of a Clerk object that end on a page add to those of the module.

import { first } from './first.js';

/** @import { Clerk } from 'clerk-wasm' */

/** What a call was given, with its redirectUrl as the text that Rust judges. */
const withText = given => (given?.redirectUrl ? { ...given, redirectUrl: String(given.redirectUrl) } : given);

/**
 * The methods of a Clerk object, by those of the module.
 * @param {any} methods
 * @returns {object & ThisType<Clerk>}
 */
export const clerkMethods = ({ setActive, signOut, ...others }) => ({
  ...others,
  async setActive(params) {
    await setActive.call(this, withText(params));
    const { currentTask } = this.session ?? {};
    if (currentTask && !params.navigate && !first.instanceOf(this).options.taskUrls)
      first.warn(`The session has a task to do, "${currentTask.key}", and no taskUrls or navigate lead to it.`);
  },
  async signOut(...given) {
    await signOut.apply(this, given.map(withText));
  },
});
