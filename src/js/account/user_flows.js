// What a user does in more than one request, or in none.

import { clerkOf } from '../flows/tools.js';
import { itself, list, nothing, one } from './answer.js';
import { mergePatch } from './merge_patch.js';
import { createPasskey } from './passkey.js';
import { check, DELETE, inFull, methodOf, own, PARAMS, PATCH, POST } from './row.js';

const step = row => methodOf('User', '', row);
const patch = step({ method: PATCH, path: () => '/me', body: inFull, gives: itself });
const deleted = step({ method: DELETE, path: () => '/me', gives: nothing });
const activeSessions = step({ path: () => '/me/sessions/active', gives: list('SessionWithActivities') });
const beginPasskey = step({ method: POST, path: () => '/me/passkeys', gives: one('Passkey') });
const provePasskey = step({ method: POST, path: own('/attempt_verification'), body: inFull, gives: itself });

const hasAny = object => Object.keys(object).length > 0;

/** Metadata goes where it is merged, as the patch that replaces what is there. */
async function update(user, params) {
  check('User', 'update', PARAMS, params);
  const { unsafeMetadata, ...others } = params;
  if (unsafeMetadata === undefined) return patch(user, params);
  await (hasAny(others) ? patch(user, others) : user.reload());
  const changes = mergePatch(user.unsafeMetadata, unsafeMetadata ?? {});
  return hasAny(changes) ? user.updateMetadata({ unsafeMetadata: changes }) : user;
}

/** Where no client comes along that says so, nobody is signed in on this page all the same. */
async function remove(user) {
  await deleted(user);
  const clerk = clerkOf(user);
  if (clerk.user?.id === user.id) await clerk.setActive({ session: null });
}

/** The lists that users have been given. */
const known = new WeakMap();

/** One list for each user: who revokes one of its sessions finds it revoked there. */
async function getSessions(user) {
  if (!known.has(user)) known.set(user, await activeSessions(user));
  return known.get(user);
}

export const userFlows = {
  update,
  delete: remove,
  getSessions,
  createPasskey: createPasskey(beginPasskey, provePasskey),
};
