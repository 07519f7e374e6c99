// What belongs to the current session. Nobody signed in is `null`, not known yet is `undefined`: both are passed on.

export const userOf = session => session && session.user;

export const organizationOf = session =>
  session &&
  (session.user.organizationMemberships.find(({ organization }) => organization.id === session.lastActiveOrganizationId)
    ?.organization ??
    null);

/** What a listener is told. */
export const emission = (client, session) => ({
  client,
  user: userOf(session),
  organization: organizationOf(session),
  session,
});

/** What an option is on this page. */
export const optionHere = option => (typeof option === 'function' ? option(new URL(location.href)) : option);

/** The text of a URL object, or of a string; undefined for anything else. */
export const urlText = url => (typeof url === 'string' ? url : url instanceof URL ? url.href : undefined);
