// What a user does beside the methods that are requests.

import { tools } from './tools.js';

/** @import { UserResource } from 'clerk-wasm' */

/** The lists that users have been given. */
const known = new WeakMap();

/**
 * `user.getSessions()`: one list for each user, so who revokes one of its sessions finds it revoked there.
 * @param {UserResource} user
 */
export async function getSessions(user) {
  if (!known.has(user)) known.set(user, await tools.accounts('User', 'getSessions').getSessions(user));
  return known.get(user);
}
