// What a server may send: one good client, values that no field expects, and a way to read all that came of it.

import { signIn, signUp } from './attempts.mjs';
import { client as json, jwt, session } from './fapi.mjs';

export const user = {
  object: 'user',
  id: 'user_1',
  first_name: 'Ada',
  primary_email_address_id: 'idn_1',
  email_addresses: [{ object: 'email_address', id: 'idn_1', email_address: 'ada@example.com', verification: null }],
  external_accounts: [{ object: 'external_account', id: 'eac_1', provider: 'oauth_google', verification: null }],
  organization_memberships: [{ object: 'organization_membership', id: 'om_1', organization: { id: 'org_1' } }],
};
/** A client that is signed in, with both attempts. */
export const first = () =>
  json([session('sess_1', { user, last_active_token: { object: 'token', jwt: jwt() }, tasks: [] })], {
    sign_in: signIn(),
    sign_up: signUp(),
  });

/** The body of the good answer to a request. */
export function bodyFor(url) {
  if (/environment/u.test(url)) return {};
  if (/tokens/u.test(url)) return { jwt: jwt() };
  return { response: /touch/u.test(url) ? session('sess_1', { user }) : first(), client: first() };
}

const deep = (open, close) => open.repeat(20_000) + close.repeat(20_000);

/** As text: a parsed `__proto__` is a key like any other. The last two are deep. */
export const texts = [
  'null',
  'true',
  '0',
  '-1',
  '1e400',
  '"1764000000000"',
  '"x"',
  '""',
  '[]',
  '{}',
  '[[]]',
  '[null,1,"x",[],{}]',
  '{"toString":1,"valueOf":1}',
  '[{"toString":1,"valueOf":1}]',
  '{"__proto__":{"id":"evil"},"constructor":null,"hasOwnProperty":1}',
  '{"then":1,"toJSON":1,"length":-1,"get":1,"set":1}',
  '{"code":{"toString":1},"meta":{"paramName":{"toString":1}},"message":[]}',
  '{"verification":5,"organization":null,"id":{"toString":1}}',
  '[{"verification":5,"organization":null,"id":{"toString":1}}]',
  deep('[', ']'),
  deep('{"a":', '1').replace(/1+$/u, 1 + '}'.repeat(20_000)),
];
export const values = texts.map(text => [text.slice(0, 40), JSON.parse(text)]);

/** All that a resource shows, at every depth of resources, but not what is JSON in it. */
function read(resource) {
  const waiting = new Set([resource]);
  for (const one of waiting) {
    for (const value of Object.keys(one).flatMap(key => one[key])) {
      if (value?.__internal_toSnapshot) waiting.add(value);
    }
  }
}

/** Reads all that a Clerk object has loaded, in each way that there is. */
export function readAll(clerk) {
  const { client, session } = clerk;
  read(client);
  if (session) read(session);
  client.__internal_toSnapshot();
  client.toBackend();
  client.toAndroid();
  session?.__internal_toSnapshot();
  session?.checkAuthorization({ role: 'org:admin' });
  void [clerk.user?.fullName, clerk.organization, clerk.__internal_environment];
  clerk.__internal_state.signInSignal();
}
