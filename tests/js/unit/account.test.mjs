// The table of ../../../src/js/account beside the names under which resources have its methods, and what its rows share.

import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { tables } from '../../../src/js/account/account.js';
import { one } from '../../../src/js/account/answer.js';
import { mergePatch } from '../../../src/js/account/merge_patch.js';
import { paged } from '../../../src/js/account/row.js';
import { use } from '../../../src/js/flows/tools.js';
import { isObject } from '../../../src/js/glue/camel.js';
import { clerkOf, HIDDEN } from '../../../src/js/glue/hidden.js';
import { create, define } from '../../../src/js/glue/resource.js';

const nouns = JSON.parse(readFileSync(new URL('../../fixtures/nouns.json', import.meta.url), 'utf8'));

beforeAll(() => {
  use({ HIDDEN, create, isObject });
  for (const [name, fields] of Object.entries(nouns)) define(name, fields);
});

/** What is no row: it takes more than one request, or none. */
const flows = {
  User: ['createPasskey', 'delete', 'getSessions', 'isPrimaryIdentification', 'update'],
  EmailAddress: ['createEmailLinkFlow', 'createEnterpriseSSOLinkFlow'],
  ExternalAccount: ['accountIdentifier', 'providerSlug', 'providerTitle'],
};
const ofEvery = ['constructor', 'reload'];

test.for(Object.keys(tables).filter(noun => nouns[noun]))('%s has the methods of its rows', noun => {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(create(noun, {}))).filter(
    name => !ofEvery.includes(name),
  );
  expect(names.sort()).toEqual([...Object.keys(tables[noun]), ...(flows[noun] ?? [])].sort());
});

test('where the file of the methods cannot be loaded they reject, and say so', async () => {
  const { update, emailAddresses } = create('User', { email_addresses: [{ id: 'idn_1' }] });
  const failure = { name: 'ClerkRuntimeError', code: 'account_unavailable' };
  await expect(update({})).rejects.toMatchObject(failure);
  await expect(emailAddresses[0].reload()).rejects.toMatchObject(failure);
  await expect(emailAddresses[0].createEmailLinkFlow().startEmailLinkFlow()).rejects.toMatchObject(failure);
});

test('what is made reaches the network as what has made it does: a resource, or a Clerk object', () => {
  const clerk = { createOrganization() {} };
  const made = one('Organization')({ id: 'org_1' }, clerk);
  expect(made.id).toBe('org_1');
  expect(clerkOf(made)).toBe(clerk);
  const user = create('User', {}, { clerk: () => clerk });
  expect(clerkOf(one('EmailAddress')({ id: 'idn_1' }, user))).toBe(clerk);
  expect(clerkOf(one('EmailAddress')({ id: 'idn_1' }, create('User', {})))).toBeUndefined();
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

test.for([
  [undefined, { limit: 10, offset: 0 }],
  [null, { limit: 10, offset: 0 }],
  [{ initialPage: 3 }, { limit: 10, offset: 20 }],
  [
    { pageSize: 4, initialPage: 2, a: 1 },
    { a: 1, limit: 4, offset: 4 },
  ],
])('%o is a page of a list', ([params, search]) => expect(paged(params)).toEqual(search));

test.for([
  [{}, {}, {}],
  [{ a: 1 }, { a: 1 }, {}],
  [{ a: 1, b: 2 }, { a: 1 }, { b: null }],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }, { a: { c: null } }],
  [{ a: { b: 1 } }, { a: 5 }, { a: 5 }],
  [{ a: 5 }, { a: { b: 1 } }, { a: { b: 1 } }],
  [{ a: [1, 2] }, { a: [1, 2] }, {}],
  [{ a: [1] }, { a: [1, { b: null }] }, { a: [1, { b: null }] }],
  [{}, { a: null }, { a: null }],
  [{ a: null }, { a: null }, {}],
])('%o becomes %o by %o', ([present, wanted, patch]) => expect(mergePatch(present, wanted)).toEqual(patch));

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
