// What a user does in more than one request, or in none.

import { itself, list, one } from './answer.js';
import { mergePatch } from './merge_patch.js';
import { createPasskey } from './passkey.js';
import { check, inFull, methodOf, own, PARAMS, PATCH, POST } from './row.js';

const step = row => methodOf('User', '', row);
const patch = step({ method: PATCH, path: () => '/me', body: inFull, gives: itself });
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

/** The lists that users have been given. */
const known = new WeakMap();

/** One list for each user: who revokes one of its sessions finds it revoked there. */
async function getSessions(user) {
  if (!known.has(user)) known.set(user, await activeSessions(user));
  return known.get(user);
}

export const userFlows = {
  update,
  getSessions,
  createPasskey: createPasskey(beginPasskey, provePasskey),
};
