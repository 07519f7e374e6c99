// The rows of Rust's `fapi/endpoints/account` beside the names under which resources have its methods, and what answers become.

import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { isObject } from '../../../src/js/glue/camel.js';
import { clerkOf, HIDDEN } from '../../../src/js/glue/hidden.js';
import { tools } from '../../../src/js/glue/lazy.js';
import { create, define } from '../../../src/js/glue/resource.js';
import { become, dataOf, defineNoun, placeOf } from '../../../src/js/second/glue/account.js';
import { receive } from '../../../src/js/second/glue/first.js';

const fixture = name => JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
const nouns = fixture('nouns');
const rows = fixture('account_methods');

beforeAll(() => {
  receive(tools);
  for (const [name, fields] of Object.entries(nouns)) define(name, fields);
  for (const [name, fields] of Object.entries(fixture('account_nouns'))) defineNoun(name, fields, rows[name] ?? '');
});

/** What is no row: it only reads, or is a flow. */
const others = {
  User: ['isPrimaryIdentification'],
  EmailAddress: ['createEmailLinkFlow', 'createEnterpriseSSOLinkFlow'],
  ExternalAccount: ['accountIdentifier', 'providerSlug', 'providerTitle'],
};
const ofEvery = ['constructor', 'reload'];
/** Steps of a flow, which nobody calls by themselves. */
const isStep = name => name.startsWith('__internal_');

test.for(Object.keys(rows).filter(noun => !['Any', 'Clerk'].includes(noun)))('%s has the methods of its rows', noun => {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(create(noun, {}))).filter(
    name => !ofEvery.includes(name),
  );
  const known = rows[noun].split(' ').filter(name => !isStep(name));
  expect(names.sort()).toEqual([...known, ...(others[noun] ?? [])].sort());
});

test('what belongs to no Clerk object rejects, and flows say where they cannot be loaded', async () => {
  const { update, createPasskey, emailAddresses } = create('User', { email_addresses: [{ id: 'idn_1' }] });
  const [{ reload, createEmailLinkFlow }] = emailAddresses;
  for (const method of [update, reload]) await expect(method({})).rejects.toThrow('needs a Clerk object');
  const failure = { name: 'ClerkRuntimeError', code: 'flows_unavailable' };
  await expect(createPasskey()).rejects.toMatchObject(failure);
  await expect(createEmailLinkFlow().startEmailLinkFlow()).rejects.toMatchObject(failure);
});

const one = (json, resource, noun) => become('One', json, resource, noun, '');

test('what is made reaches the network as what has made it does: a resource, or a Clerk object', () => {
  const clerk = { createOrganization() {} };
  const made = one({ id: 'org_1' }, clerk, 'Organization');
  expect(made.id).toBe('org_1');
  expect(clerkOf(made)).toBe(clerk);
  const user = create('User', {}, { clerk: () => clerk });
  expect(clerkOf(one({ id: 'idn_1' }, user, 'EmailAddress'))).toBe(clerk);
  expect(clerkOf(one({ id: 'idn_1' }, create('User', {}), 'EmailAddress'))).toBeUndefined();
});

test('what answers become', () => {
  const user = create('User', {}, { clerk: () => undefined });
  const data = [{ id: 'role_1' }, null, 5, { id: 'role_2' }];
  expect(become('List', data, user, 'Role', '').map(({ id }) => id)).toEqual(['role_1', 'role_2']);
  const page = become('Page', { data, total_count: 7, has_role_set_migration: true, x: 1 }, user, 'Role', '');
  expect(page).toEqual({ data: [expect.anything(), expect.anything()], total_count: 7 });
  const beside = 'has_role_set_migration';
  expect(become('Page', { data: [], total_count: 0, [beside]: true, x: 1 }, user, 'Role', beside)).toEqual({
    data: [],
    total_count: 0,
    [beside]: true,
  });
  expect(become('Bulk', { data }, user, 'OrganizationDomain', '')).toMatchObject({ errors: [] });
  const gone = { object: '', id: undefined, slug: undefined, deleted: false };
  for (const nothing of [null, undefined, 5, {}]) {
    expect(become('Deleted', nothing, user, '', '')).toEqual(gone);
    expect(become('Challenge', nothing, user, '', '')).toMatchObject({ trustedDeviceId: null, expiresAt: null });
  }
});

test('what a call is about: its JSON, its noun and where that is kept', () => {
  const user = create('User', { id: 'user_1' });
  expect(dataOf(user)).toEqual({ id: 'user_1' });
  expect(placeOf(user)).toEqual(['User', '/me']);
  expect(dataOf({})).toBeUndefined();
  expect(isObject(user[HIDDEN])).toBe(true);
});

test('only what can be read again is', () => {
  const {
    emailAddresses: [{ verification }],
    ...user
  } = create('User', { email_addresses: [{ id: 'idn_1' }], organization_memberships: [{}] });
  expect(verification.reload).toBeTypeOf('function');
  expect(user.organizationMemberships[0].publicUserData).toBeUndefined();
  expect('reload' in create('PublicUserData', {})).toBe(false);
  expect('reload' in create('SignUpVerifications', {})).toBe(false);
});

test('what a passkey is made of is shown with it', () => {
  const nonce = JSON.stringify({
    challenge: 'AQID',
    user: { id: 'BA', name: 'ada' },
    excludeCredentials: [{ id: '_-8', type: 'public-key' }],
    rp: { name: 'a' },
  });
  const { verification } = create('Passkey', { id: 'passkey_1', verification: { status: 'unverified', nonce } });
  const { challenge, user, excludeCredentials, rp } = verification.publicKey;
  expect([challenge, user.id, excludeCredentials[0].id].map(bytes => [...new Uint8Array(bytes)])).toEqual([
    [1, 2, 3],
    [4],
    [255, 239],
  ]);
  expect([user.name, excludeCredentials[0].type, rp.name]).toEqual(['ada', 'public-key', 'a']);
  expect(create('Passkey', { verification: { nonce: 'none' } }).verification.publicKey).toBeNull();
  const snapshot = create('Passkey', { id: 'p', verification: { nonce } }).__internal_toSnapshot();
  expect(snapshot.verification).toMatchObject({ object: 'verification', nonce });
});
