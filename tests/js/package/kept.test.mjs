// What is kept on JavaScript's side so that reading is cheap follows every change.

import { Clerk } from 'clerk-wasm';
import { expect, test, vi } from 'vitest';
import { fapi, client as json, jwt, LIVE, loaded, session } from './lib/fapi.mjs';

const TOUCH = 'POST /client/sessions/sess_1/touch';
const organization = { object: 'organization', id: 'org_1', name: 'One' };
const user = {
  object: 'user',
  id: 'user_1',
  first_name: 'Ada',
  organization_memberships: [{ id: 'orgmem_1', organization }],
};

/** All that a Clerk object shows of what it knows. */
const shown = clerk => [
  clerk.status,
  clerk.loaded,
  clerk.client?.id,
  clerk.session?.id ?? clerk.session,
  clerk.user?.firstName ?? clerk.user,
  clerk.organization?.id ?? clerk.organization,
  clerk.isSignedIn,
];

test('a Clerk object shows each step of its life', async () => {
  let answer = () => Response.json({ errors: [{ code: 'origin_invalid' }] }, { status: 400 });
  fapi({
    'GET /environment': {},
    'GET /client': () => answer(),
    'DELETE /client/sessions': { response: json(), client: null },
  });
  const clerk = new Clerk(LIVE);
  const blank = [undefined, undefined, undefined, undefined, false];
  expect(shown(clerk)).toEqual(['loading', false, ...blank]);
  await expect(clerk.load({ standardBrowser: false })).rejects.toThrow();
  expect(shown(clerk)).toEqual(['error', false, ...blank]);
  let meanwhile;
  answer = () => {
    meanwhile = shown(clerk);
    return { response: json([session('sess_1', { user })]), client: null };
  };
  await clerk.load({ standardBrowser: false });
  // As in clerk-js: a second try does not take back that the first one failed, until it knows better.
  expect(meanwhile).toEqual(['error', false, ...blank]);
  expect(shown(clerk)).toEqual(['ready', true, 'client_1', 'sess_1', 'Ada', null, true]);
  const seen = [];
  clerk.addListener(() => seen.push(shown(clerk).slice(3)), { skipInitialEmit: true });
  await clerk.signOut(() => seen.push(shown(clerk).slice(3)));
  expect(seen[0]).toEqual([undefined, undefined, undefined, false]);
  expect(shown(clerk).slice(3)).toEqual([null, null, null, false]);
});

test('what an answer says of a session is seen from the Clerk object and from the client', async () => {
  const changed = { status: 'pending', last_active_organization_id: 'org_1', user: { ...user, first_name: 'Grace' } };
  const ended = session('sess_1', { status: 'ended' });
  const { clerk, client } = await loaded(json([session('sess_1', { user })]), {
    [TOUCH]: { response: session('sess_1', changed), client: null },
    'POST /client/sessions/sess_1/end': { response: ended, client: null },
  });
  const { session: held, user: before } = clerk;
  expect(shown(clerk).slice(3)).toEqual(['sess_1', 'Ada', null, true]);
  expect(client.signedInSessions).toEqual([held]);
  await held.touch();
  expect(shown(clerk).slice(3)).toEqual(['sess_1', 'Grace', 'org_1', false]);
  expect(clerk.session).toBe(held);
  expect(clerk.user).toBe(held.user);
  expect(clerk.user).not.toBe(before);
  expect(client.signedInSessions).toEqual([held]);
  await held.end();
  expect(client.signedInSessions).toEqual([]);
});

test('an attempt is another one after it was reset, and the same after everything else', async () => {
  const attempt = { object: 'sign_in', id: 'sia_1', status: 'needs_first_factor' };
  const answer = { response: json([], { sign_in: attempt }), client: null };
  const { client } = await loaded(json([], { sign_in: attempt }), { 'GET /client': answer });
  const { signIn, signUp } = client;
  await client.reload();
  expect([client.signIn, client.signUp]).toEqual([signIn, signUp]);
  expect(client.signIn).toBe(signIn);
  client.resetSignIn();
  expect(client.signIn).not.toBe(signIn);
  expect([client.signIn.id, signIn.id]).toEqual([undefined, 'sia_1']);
  expect(client.signInAttempt).toBe(client.signIn);
  expect(client.signUp).toBe(signUp);
});

const TOKENS = 'POST /client/sessions/sess_1/tokens';

/** Each token that the server gives is a second younger than the one before. */
async function withTokens() {
  const now = Math.floor(Date.now() / 1000);
  let minted = 0;
  const token = nth => jwt({ iat: now + nth }, { oiat: now + nth });
  const mint = () => ({ jwt: token(++minted) });
  const again = () => ({ response: json([session('sess_1', { last_active_token: mint() })]), client: null });
  const { clerk, requests } = await loaded(json(), { [TOKENS]: mint, 'GET /client': again });
  return { clerk, requests, token, held: clerk.session };
}

test('a cached token is given again without a call into WebAssembly', async () => {
  const { held, requests, token } = await withTokens();
  const decode = vi.spyOn(TextDecoder.prototype, 'decode');
  expect(await held.getToken()).toBe(token(1));
  decode.mockClear();
  const [one, other] = [held.getToken(), held.getToken()];
  expect(one).toBeInstanceOf(Promise);
  expect(one).not.toBe(other);
  expect(await Promise.all([one, other, held.getToken(undefined)])).toEqual([token(1), token(1), token(1)]);
  expect(decode).not.toHaveBeenCalled();
  expect(await held.getToken({})).toBe(token(1));
  expect(decode).toHaveBeenCalled();
  expect(requests).toEqual([]);
  decode.mockRestore();
});

test('a token that is kept gives way to a younger one, to clearCache() and to time', async () => {
  const { clerk, held, requests, token } = await withTokens();
  expect(await held.getToken()).toBe(token(1));
  expect(await held.getToken({ skipCache: true })).toBe(token(2));
  expect(await held.getToken()).toBe(token(2));
  held.clearCache();
  expect(await held.getToken()).toBe(token(3));
  await clerk.client.reload();
  expect(await clerk.session.getToken()).toBe(token(3));
  clerk.client.clearCache();
  expect(await clerk.session.getToken()).toBe(token(5));
  expect(requests.map(({ call }) => call)).toEqual([TOKENS, TOKENS, 'GET /client', TOKENS]);
  expect(await clerk.session.getToken()).toBe(token(5));
  const now = Date.now();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now + 61_000);
  expect(await clerk.session.getToken()).toBe(token(6));
  clock.mockRestore();
});

test('a token that the session comes with is a new one with each answer', async () => {
  const { clerk, held, token } = await withTokens();
  expect(await held.getToken()).toBe(token(1));
  await clerk.client.reload();
  expect(await clerk.session.getToken()).toBe(token(2));
  expect(await clerk.session.getToken()).toBe(token(2));
});
