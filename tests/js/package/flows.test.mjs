// Every call of a sign-in and a sign-up, given nonsense and refused by the server: each settles, with an Error, and nothing is lost.

import { ClientResource } from 'clerk-wasm';
import { expect, test } from 'vitest';
import { signIn, signUp, withAttempt } from './lib/attempts.mjs';
import { client as json } from './lib/fapi.mjs';

const NONSENSE = [undefined, null, 5, 'x', [], {}, { strategy: 5 }, { identifier: {} }, { popup: 1, redirectUrl: 'x' }];
/** What gives its answer at once. */
const AT_ONCE = ['isNew', '__internal_toSnapshot', 'createEmailLinkFlow', 'validatePassword', 'reset'];
const refused = () => Response.json({ errors: [{ code: 'refused', message: 'no' }] }, { status: 422 });

/** The methods of an object, and of what is in it, by their paths. */
function methodsOf(object, path = '', isOwn = true) {
  const prototype = Object.getPrototypeOf(object);
  const names = isOwn ? Object.keys(object) : Object.getOwnPropertyNames(prototype);
  return names
    .filter(name => name !== 'constructor' && !AT_ONCE.includes(name))
    .flatMap(name => {
      if (typeof object[name] === 'function') return [path + name];
      const isGroup = isOwn && Object.getPrototypeOf(object[name] ?? 0) === Object.prototype;
      return isGroup ? methodsOf(object[name], `${name}.`) : [];
    });
}

const at = (object, path) => path.split('.').reduce((inner, name) => inner[name], object);

/** What a call comes to, within its time. */
async function outcomeOf(call) {
  const late = new Promise(resolve => setTimeout(resolve, 4000, 'it did not settle'));
  return Promise.race([
    call().then(
      value => value?.error ?? value,
      error => error,
    ),
    late,
  ]);
}

test.for(['signIn', 'signUp'])('client.%s', { timeout: 60_000 }, async noun => {
  const has = { sign_in: signIn(), sign_up: signUp() };
  const paths = [
    'POST /client/sign_ins',
    'POST /client/sign_ups',
    'PATCH /client/sign_ups/sua_1',
    'GET /client/sign_ins/sia_1',
    'GET /client/sign_ups/sua_1',
    ...['prepare', 'attempt'].flatMap(deed =>
      [`${deed}_first_factor`, `${deed}_second_factor`].map(path => `POST /client/sign_ins/sia_1/${path}`),
    ),
    'POST /client/sign_ins/sia_1/reset_password',
    'PATCH /client/sign_ins/sia_1/protect_check',
    'PATCH /client/sign_ups/sua_1/protect_check',
    'POST /client/sign_ups/sua_1/prepare_verification',
    'POST /client/sign_ups/sua_1/attempt_verification',
  ];
  const { client } = await withAttempt({ has, answers: Object.fromEntries(paths.map(path => [path, refused])) });
  const attempt = client[noun];
  const before = JSON.stringify(attempt);
  const names = [
    ...methodsOf(attempt, '', false),
    ...methodsOf(attempt.__internal_future).map(path => `__internal_future.${path}`),
  ];
  expect(names.length).toBeGreaterThan(30);
  const wrong = [];
  const all = names.flatMap(name =>
    NONSENSE.map(async given => {
      const outcome = await outcomeOf(async () => at(attempt, name)(given));
      if (!(outcome instanceof Error)) wrong.push([name, given, outcome]);
    }),
  );
  await Promise.all(all);
  expect(wrong).toEqual([]);
  expect(JSON.stringify(attempt)).toBe(before);
});

test('an attempt without a Clerk object says so', async () => {
  const { signIn: attempt } = ClientResource.fromJSON(json([], { sign_in: signIn() }));
  for (const call of ['create', 'prepareFirstFactor', 'authenticateWithRedirect']) {
    await expect(attempt[call]({ strategy: 'password', redirectUrl: 'https://example.com' })).rejects.toBeInstanceOf(
      Error,
    );
  }
  await expect(ClientResource.fromJSON(json()).signUp.__experimental_getEnterpriseConnections()).rejects.toThrow(
    /no Clerk object/u,
  );
  expect(() => attempt.__internal_future.reset()).toThrow(/client/u);
  expect((await attempt.__internal_future.create({})).error).toBeInstanceOf(Error);
});
