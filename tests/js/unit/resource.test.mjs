// The objects that glue/resource.js makes, by the rows that Rust gives it (tests/fixtures/nouns.json).

import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { beforeAll, expect, test, vi } from 'vitest';
import { BackendClient, BackendSession } from '../../../src/js/glue/backend.js';
import { goodUntil } from '../../../src/js/glue/epoch.js';
import { clerkOf } from '../../../src/js/glue/hidden.js';
import { create, define, methods, update } from '../../../src/js/glue/resource.js';
import { odd, unreadable } from '../package/lib/hostile.mjs';

const fixture = name => JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
const client = fixture('client');
const [active, pending] = client.sessions;

beforeAll(() => {
  for (const [name, fields] of Object.entries(fixture('nouns'))) define(name, fields);
  methods('Session', 'end,touch');
});

test('a session shows the documented fields and nothing else', () => {
  const session = create('Session', active);
  expect(session.constructor.name).toBe('SessionResource');
  expect(Object.keys(session).sort()).toEqual(
    [
      'pathRoot',
      'id',
      'status',
      'expireAt',
      'abandonAt',
      'factorVerificationAge',
      'lastActiveAt',
      'lastActiveOrganizationId',
      'actor',
      'agent',
      'tasks',
      'user',
      'publicUserData',
      'createdAt',
      'updatedAt',
      'lastActiveToken',
    ].sort(),
  );
  expect(session).toMatchObject({ pathRoot: '/client/sessions', id: 'sess_1', status: 'active', agent: null });
  expect(session.expireAt).toEqual(new Date(1764600000000));
  expect(session.isNew()).toBe(false);
  const copy = JSON.parse(JSON.stringify(session));
  expect(copy.user.fullName).toBe('Ada Lovelace');
  expect({ ...session }.user).toBe(session.user);
  expect(inspect(session, { depth: 4 })).not.toMatch(/handle|Symbol|__wbg/);
});

test('what is nested is made once, until the data is replaced', () => {
  const session = create('Session', active);
  const { user } = session;
  expect(session.user).toBe(user);
  expect(user.emailAddresses).toBe(user.emailAddresses);
  expect(user.primaryEmailAddress).toBe(user.emailAddresses[0]);
  update(user, structuredClone(active.user));
  expect(user.primaryEmailAddress).toBe(user.emailAddresses[0]);
  update(session, { ...active, status: 'ended', user: { id: 'user_9' } });
  expect(session.status).toBe('ended');
  expect(session.user).not.toBe(user);
  expect(session.user.id).toBe('user_9');
  expect(user.id).toBe('user_1');
});

test('methods are bound, keep their identity and reach the handle', async () => {
  const handle = {
    run: vi.fn((index, argument) => Promise.resolve([index, argument])),
    getToken: options => ['getToken', options],
    token: () => undefined,
  };
  const session = create('Session', active, handle);
  const { touch, getToken } = session;
  expect(session.touch).toBe(touch);
  expect(await touch({ intent: 'focus' })).toEqual([1, { intent: 'focus' }]);
  update(session, active);
  expect(session.getToken).toBe(getToken);
  expect(await getToken()).toEqual(['getToken', undefined]);
  session.end = () => 'spied';
  expect(session.end()).toBe('spied');
  expect(await create('Session', active, handle).end()).toEqual([0, undefined]);
  expect(handle.run.mock.contexts).toEqual([handle, handle]);
  expect(() => create('Session', active).touch()).toThrow(/SessionResource\.touch\(\) needs/);
  expect(session.constructor.prototype.touch).toBeUndefined();
});

test('what a handle answers at once is not asked of the second part', async () => {
  const clerk = {};
  const handle = { clearCache: vi.fn(), clerk: () => clerk };
  const { clearCache, user } = create('Session', active, handle);
  expect(clearCache()).toBeUndefined();
  expect(handle.clearCache).toHaveBeenCalledExactlyOnceWith();
  expect(clerkOf(user)).toBe(clerk);
  expect(clerkOf(create('User', active.user))).toBeUndefined();
  expect(() => create('Session', active).clearCache()).toThrow(/SessionResource\.clearCache\(\) needs/);
});

test('a token that is here is said again while it is good, and asked for afterwards', async () => {
  let held = goodUntil('held', Date.now() + 60_000);
  const handle = { token: vi.fn(() => held), getToken: vi.fn(async () => 'minted') };
  const session = create('Session', active, handle);
  expect([await session.getToken(), await session.getToken()]).toEqual(['held', 'held']);
  expect([handle.token.mock.calls.length, handle.getToken.mock.calls.length]).toEqual([1, 0]);
  expect(await session.getToken({ template: 'a' })).toBe('minted');
  expect(handle.getToken).toHaveBeenLastCalledWith({ template: 'a' });
  update(session, active);
  held = goodUntil('newer', Date.now() + 60_000);
  expect(await session.getToken()).toBe('newer');
  update(session, active);
  held = undefined;
  expect(await session.getToken()).toBe('minted');
  expect(handle.getToken).toHaveBeenLastCalledWith(undefined);
  handle.getToken = () => goodUntil('at once', Date.now() + 60_000);
  expect(await session.getToken()).toBe('at once');
  handle.getToken = async () => goodUntil('later', Date.now() + 60_000);
  expect(await session.getToken()).toBe('later');
  handle.getToken = () => Promise.reject(new Error('refused'));
  await expect(session.getToken()).rejects.toThrow('refused');
});

test('the enterprises of a sign-up are resources that have its handle', async () => {
  const clerk = {};
  const handle = { flow: async () => [{ id: 'ec_1', name: 'Acme' }, null], clerk: () => clerk };
  const connections = await create('SignUp', { id: 'sua_1' }, handle).__experimental_getEnterpriseConnections();
  expect(connections).toEqual([expect.objectContaining({ id: 'ec_1', name: 'Acme' })]);
  expect(clerkOf(connections[0])).toBe(clerk);
});

test('works inside a proxy', async () => {
  const handle = { run: async () => 'called' };
  const proxy = new Proxy(create('Session', active, handle), {});
  expect(proxy.user.firstName).toBe('Ada');
  expect(await proxy.touch()).toBe('called');
});

test('a user and what hangs on it', () => {
  const user = create('User', active.user);
  expect(user.fullName).toBe('Ada Lovelace');
  expect(user.primaryPhoneNumber.phoneNumber).toBe('+4366012345678');
  expect(user.primaryWeb3Wallet).toBeNull();
  expect(String(user.primaryEmailAddress)).toBe('ada@example.com');
  expect([user.hasVerifiedEmailAddress, user.hasVerifiedPhoneNumber]).toEqual([true, false]);
  expect(user.externalAccounts.map(account => account.provider)).toEqual(['google', 'github']);
  expect(user.verifiedExternalAccounts.map(account => account.id)).toEqual(['eac_1']);
  expect(user.unverifiedExternalAccounts.map(account => account.id)).toEqual(['eac_2']);
  expect(user.emailAddresses[0].linkedTo[0]).toMatchObject({ id: 'idn_3', type: 'oauth_google' });
  expect(user.publicMetadata).toEqual({ snake_key: 1 });
  expect(user.legalAcceptedAt).toBeNull();
  const { verification } = user.externalAccounts[1];
  expect(verification.externalVerificationRedirectURL).toEqual(new URL('https://github.com/login'));
  expect(verification.error).toEqual(
    expect.objectContaining({ code: 'oauth_access_denied', longMessage: 'You denied access.' }),
  );
  expect(verification.error.meta).toEqual({ paramName: 'code', newKey: 1 });
  const [{ organization }] = user.organizationMemberships;
  expect(organization).toMatchObject({ membersCount: 3, selfServeSSOEnabled: false, slug: 'acme' });
});

test('a token is decoded, and what is no token is undefined', () => {
  const token = create('Session', active).lastActiveToken;
  expect(token.jwt.claims).toMatchObject({ sid: 'sess_1', name: 'Zoë', __raw: active.last_active_token.jwt });
  expect(token.jwt.header.oiat).toBe(1763999000);
  expect(token.getRawString()).toBe(active.last_active_token.jwt);
  for (const jwt of ['', 'a.b', 'a.b.c.d', '..', 'é.é.é', 5, null, undefined]) {
    const broken = create('Token', { jwt });
    expect(broken.jwt).toBeUndefined();
  }
  expect(create('Token', null).getRawString()).toBe('');
});

test('a reverification shows its fields, and the session that its handle knows', () => {
  const json = {
    object: 'session_reverification',
    status: 'needs_first_factor',
    level: 'first_factor',
    supported_second_factors: null,
    supported_first_factors: [
      { strategy: 'email_code', email_address_id: 'idn_1', safe_identifier: 'a**@example.com' },
    ],
    first_factor_verification: { status: 'unverified', strategy: 'email_code', attempts: 0 },
    second_factor_verification: null,
    session: { object: 'session', id: 'sess_1' },
  };
  const session = create('Session', active);
  const verification = create('SessionVerification', json, { session: () => session });
  expect(verification.constructor.name).toBe('SessionVerificationResource');
  expect(verification).toMatchObject({
    pathRoot: '',
    id: undefined,
    status: 'needs_first_factor',
    level: 'first_factor',
  });
  expect(verification.supportedFirstFactors).toEqual([
    { strategy: 'email_code', emailAddressId: 'idn_1', safeIdentifier: 'a**@example.com' },
  ]);
  expect(verification.supportedSecondFactors).toBeNull();
  expect(verification.firstFactorVerification).toMatchObject({ status: 'unverified', attempts: 0, expireAt: null });
  expect(verification.secondFactorVerification.status).toBeNull();
  expect(verification.session).toBe(session);
  expect(JSON.parse(JSON.stringify(verification)).session.user.fullName).toBe('Ada Lovelace');
  expect(verification.__internal_toSnapshot()).toMatchObject({
    object: 'session_reverification',
    session: { id: 'sess_1' },
  });
  expect(create('SessionVerification', json).session.id).toBe('sess_1');
  expect(create('SessionVerification', null)).toMatchObject({ supportedFirstFactors: [], status: undefined });
});

test('attempts', () => {
  const signIn = create('SignIn', client.sign_in);
  expect(signIn.supportedFirstFactors[1]).toEqual({
    strategy: 'email_code',
    emailAddressId: 'idn_1',
    safeIdentifier: 'a**@example.com',
    primary: true,
  });
  expect(signIn.supportedSecondFactors).toBeNull();
  expect(signIn.userData).toMatchObject({ firstName: 'Ada', hasImage: false });
  expect(signIn.secondFactorVerification).toMatchObject({ status: null, expireAt: null, error: null });
  expect(create('SignIn', { protect_check: { sdk_url: 'x', ui_hints: { a_b: 'c' } } }).protectCheck).toEqual({
    sdkUrl: 'x',
    uiHints: { a_b: 'c' },
  });
  const signUp = create('SignUp', { id: 'sua_1', password_enabled: true, web3_wallet: '0x', abandoned_at: 5 });
  expect(signUp).toMatchObject({ hasPassword: true, web3wallet: '0x', abandonAt: 5 });
  expect(signUp.verifications.emailAddress).toMatchObject({ nextAction: '', supportedStrategies: [] });
});

test.each([null, undefined, {}, [], 5, 'x'])('without data (%j) a resource is blank', json => {
  expect(create('SignIn', json)).toMatchObject({
    id: undefined,
    status: null,
    supportedIdentifiers: [],
    supportedFirstFactors: [],
    supportedSecondFactors: null,
    identifier: null,
    createdSessionId: null,
    clientTrustState: undefined,
    protectCheck: null,
  });
  expect(create('SignUp', json)).toMatchObject({
    id: undefined,
    status: null,
    requiredFields: [],
    hasPassword: false,
    unsafeMetadata: {},
    username: null,
    abandonAt: null,
  });
  const user = create('User', json);
  expect(user).toMatchObject({ id: '', fullName: null, createdAt: null, primaryEmailAddress: null, passkeys: [] });
  expect(user.isNew()).toBe(true);
  expect(create('Session', json).user.id).toBe('');
});

test('a value of the wrong type costs its property alone', () => {
  const wrongs = [5, 'x', true, [], [5, null, 'x'], {}, { a: 1 }, null];
  for (const [name, fields] of Object.entries(fixture('nouns'))) {
    const keys = fields
      .split(';')
      .map(row => row.split(':')[0])
      .filter(key => key && !key.startsWith('/'));
    for (const wrong of wrongs) {
      const resource = create(name, Object.fromEntries(keys.map(key => [key, wrong])));
      expect(() => JSON.stringify(resource)).not.toThrow();
      expect(() => resource.__internal_toSnapshot()).not.toThrow();
      expect(() => ({ ...resource }).x).not.toThrow();
    }
  }
  const session = create('Session', { id: 'sess_1', user: 5, tasks: 'x', expire_at: {}, public_user_data: 'x' });
  expect(session.id).toBe('sess_1');
  expect(session.user.id).toBe('');
  expect(session.publicUserData).toBeUndefined();
  expect(session.currentTask).toBeUndefined();
  expect(create('Session', pending).currentTask).toEqual({ key: 'choose-organization' });
});

test.each(Object.entries({ ...unreadable, ...odd }))('%s costs its property alone', (_, make) => {
  for (const [name, fields] of Object.entries(fixture('nouns'))) {
    const keys = fields
      .split(';')
      .map(row => row.split(':')[0])
      .filter(key => key && !key.startsWith('/'));
    const shown = Object.keys(create(name, null));
    for (const json of [make(), ...keys.map(key => ({ [key]: make() })), ...keys.map(key => ({ [key]: [make()] }))]) {
      const resource = create(name, json);
      expect(Object.keys(resource)).toEqual(shown);
      expect(() => shown.map(key => resource[key])).not.toThrow();
      expect(() => resource.__internal_toSnapshot()).not.toThrow();
      expect(() => update(resource, json)).not.toThrow();
    }
  }
});

test('what an application has made of a property does no harm', () => {
  const session = create('Session', active);
  Object.defineProperty(session, 'status', {
    set() {
      throw new Error('mine');
    },
  });
  expect(() => update(session, { ...active, last_active_at: null, status: 'ended' })).not.toThrow();
  expect([session.status, session.lastActiveAt instanceof Date]).toEqual([undefined, true]);
  const user = create('User', { primary_email_address_id: 'idn_1' });
  user.emailAddresses = null;
  expect(user.primaryEmailAddress).toBeNull();
});

test('frozen objects and hostile keys do no harm', () => {
  const session = Object.freeze(create('Session', active));
  expect(() => update(session, { id: 'other' })).not.toThrow();
  const user = create('User', JSON.parse('{"__proto__":{"id":"evil"},"unsafe_metadata":{"__proto__":1}}'));
  expect(user.id).toBe('');
});

test('a snapshot is the wire form again, with nothing lost', () => {
  const snapshot = create('Session', { ...active, new_key: 1 }).__internal_toSnapshot();
  expect(snapshot).toMatchObject({ object: 'session', id: 'sess_1', expire_at: active.expire_at, new_key: 1 });
  expect(snapshot.user.email_addresses[0].created_at).toBe(1763000000000);
  expect(snapshot).not.toHaveProperty('agent');
  expect(snapshot.last_active_token).toMatchObject({ object: 'token', id: '', jwt: active.last_active_token.jwt });
  expect(create('Session', snapshot).__internal_toSnapshot()).toEqual(snapshot);
  const blank = create('SignIn', null).__internal_toSnapshot();
  expect(blank).toMatchObject({ object: 'sign_in', id: '', status: null, supported_first_factors: [] });
  expect(blank.first_factor_verification).toMatchObject({ object: 'verification', status: null, expire_at: null });
  const { verifications } = create('SignUp', null).__internal_toSnapshot();
  expect(verifications.email_address).toMatchObject({ object: 'verification', next_action: '' });
  expect(create('Session', null).__internal_toSnapshot()).toMatchObject({ created_at: null, user: { id: '' } });
});

test('the backend objects have the documented properties and are read-only', () => {
  const json = {
    object: 'client',
    id: 'client_1',
    session_ids: ['sess_1'],
    sign_in_id: null,
    created_at: 1,
    updated_at: 2,
    extra: 1,
    sessions: [
      { id: 'sess_1', client_id: 'client_1', expire_at: 5, latest_activity: { id: 'sact_1', is_mobile: true } },
    ],
  };
  const backend = BackendClient.fromJSON(json);
  expect({ ...backend, sessions: null }).toEqual({
    id: 'client_1',
    sessionIds: ['sess_1'],
    sessions: null,
    signInId: null,
    signUpId: null,
    lastActiveSessionId: null,
    lastAuthenticationStrategy: null,
    createdAt: 1,
    updatedAt: 2,
  });
  const [session] = backend.sessions;
  expect(session).toBeInstanceOf(BackendSession);
  expect({ ...session }).toEqual({
    id: 'sess_1',
    clientId: 'client_1',
    expireAt: 5,
    actor: null,
    latestActivity: { id: 'sact_1', isMobile: true },
  });
  expect('lastActiveOrganizationId' in session).toBe(false);
  expect(() => {
    session.status = 'x';
  }).toThrow(TypeError);
  expect(() => {
    backend.sessionIds.push('x');
  }).toThrow(TypeError);
  expect(json.session_ids).toEqual(['sess_1']);
  for (const wrong of [null, undefined, 5, 'x', []]) {
    expect(() => BackendClient.fromJSON(wrong)).toThrow('BackendClient.fromJSON() takes a JSON object.');
  }
});
