// What belongs to the current session. Nobody signed in is `null`, not known yet is `undefined`: both are passed on. Rust calls these
// functions, and no exception may pass through it.

import { get, items } from '../../json/browser.js';

export const userOf = session => session && (get(session, 'user') ?? null);

/** An application may have changed the objects that it holds. */
export const organizationOf = session => {
  const memberships = items(get(userOf(session), 'organizationMemberships'));
  const id = get(session, 'lastActiveOrganizationId');
  return session && (memberships.map(one => get(one, 'organization')).find(one => get(one, 'id') === id) ?? null);
};

/** What a listener is told. */
export const emission = (client, session) => ({
  client,
  user: userOf(session),
  organization: organizationOf(session),
  session,
});

/** What an option is on this page. */
export const optionHere = option => (typeof option === 'function' ? option(new URL(location.href)) : option);

/** The text of a URL object, or of a string; undefined for anything else, such as a proxy that throws when it is asked what it is. */
export const urlText = url => {
  try {
    const text = url instanceof URL ? url.href : url;
    return typeof text === 'string' ? text : undefined;
  } catch {}
};
