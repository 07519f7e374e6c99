// The methods of users, organizations and what belongs to them: what is sent, and what the answer becomes.

import { Clerk, ClientResource } from 'clerk-wasm';
import { expect, test } from 'vitest';
import { client as json, loaded, session } from './lib/fapi.mjs';

const email = {
  object: 'email_address',
  id: 'idn_1',
  email_address: 'ada@example.com',
  verification: null,
  linked_to: [],
};
const organization = { object: 'organization', id: 'org_1', name: 'Engines' };
const membership = {
  object: 'organization_membership',
  id: 'orgmem_1',
  role: 'org:admin',
  organization,
  public_user_data: { user_id: 'user_1', identifier: 'ada' },
};
const user = {
  object: 'user',
  id: 'user_1',
  first_name: 'Ada',
  last_name: 'Lovelace',
  primary_email_address_id: 'idn_1',
  email_addresses: [email],
  unsafe_metadata: { a: 1, b: { c: 2, d: 3 }, e: [1] },
  organization_memberships: [membership],
};
const of = response => ({ response, client: null });

/** A loaded Clerk object whose user has all of the above. */
async function world(answers) {
  const { clerk, requests } = await loaded(
    json([session('sess_1', { user, last_active_organization_id: 'org_1' })]),
    answers,
  );
  return {
    clerk,
    requests,
    user: clerk.user,
    organization: clerk.organization,
    said: () => requests.map(({ call, body }) => `${call} ${body}`.trim()),
  };
}

test('a method that changes a resource resolves that object', async () => {
  const { user, said, requests } = await world({ 'PATCH /me': of({ ...user0(), first_name: 'Grace' }) });
  const { update } = user;
  expect(user.update).toBe(update);
  expect(await update({ firstName: 'Grace', primaryEmailAddressId: 'idn_1' })).toBe(user);
  expect(user).toMatchObject({ firstName: 'Grace', fullName: 'Grace Lovelace' });
  expect(said()).toEqual(['PATCH /me first_name=Grace&primary_email_address_id=idn_1']);
  expect(requests[0].url.searchParams.get('_clerk_session_id')).toBe('sess_1');
});

const user0 = () => user;

test('of two methods that overlap the answer to the later one is shown', async () => {
  const dated = (name, updated_at) => of({ ...user0(), first_name: name, updated_at });
  for (const [first, second, shown] of [
    [1, 2, 'Second'],
    [2, 2, 'Second'],
    [3, 2, 'First'],
  ]) {
    let arrive;
    const late = new Promise(resolve => (arrive = () => resolve(dated('First', first))));
    const answers = [late, dated('Second', second), dated('Third', 0)];
    const { user } = await world({ 'PATCH /me': () => answers.shift() });
    const calls = ['First', 'Second'].map(firstName => user.update({ firstName }));
    await calls[1];
    arrive();
    expect(await calls[0]).toBe(user);
    expect(user.firstName).toBe(shown);
    await user.update({ firstName: 'Third' });
    expect(user.firstName).toBe('Third');
  }
});

test('a wait that the server asks for by a date, or twice, is told in seconds', async () => {
  for (const [header, least] of [
    [new Date(Date.now() + 60_000).toUTCString(), 50],
    ['3, 70', 70],
  ]) {
    const errors = [{ code: 'too_many_requests', message: 'm' }];
    const answer = () => Response.json({ errors }, { status: 429, headers: { 'retry-after': header } });
    const { user } = await world({ 'PATCH /me': answer });
    const error = await user.update({}).catch(reason => reason);
    expect(error.retryAfter).toBeGreaterThanOrEqual(least);
    expect(error.retryAfter).toBeLessThanOrEqual(70);
  }
});

test('metadata is replaced by a patch of what is there', async () => {
  const { user: ada, said } = await world({
    'GET /me': of(user),
    'PATCH /me/metadata': of({ ...user, unsafe_metadata: {} }),
  });
  await ada.update({ unsafeMetadata: { a: 1, b: { c: 5 }, e: [1, 2], f: null } });
  const patch = { b: { c: 5, d: null }, e: [1, 2], f: null };
  expect(said()).toEqual([
    'GET /me',
    `PATCH /me/metadata unsafe_metadata=${encodeURIComponent(JSON.stringify(patch))}`,
  ]);
  expect(ada.unsafeMetadata).toEqual({});
});

test('metadata that is there already is not sent', async () => {
  const { user: ada, said } = await world({ 'PATCH /me': of(user) });
  expect(await ada.update({ lastName: 'Lovelace', unsafeMetadata: structuredClone(user.unsafe_metadata) })).toBe(ada);
  expect(said()).toEqual(['PATCH /me last_name=Lovelace']);
});

test('a list comes page by page, and its entries have their methods', async () => {
  const { organization: engines, requests } = await world({
    'GET /organizations/org_1/memberships': of({ data: [membership], total_count: 7 }),
    'PATCH /organizations/org_1/memberships/user_1': of({ ...membership, role: 'org:member' }),
  });
  const {
    data: [first],
    total_count,
  } = await engines.getMemberships({ initialPage: 3, pageSize: 5, role: ['org:admin', 'org:member'], query: 'a,b' });
  expect(total_count).toBe(7);
  expect(requests[0].url.search).toMatch(
    /^\?role=org%3Aadmin&role=org%3Amember&query=a%2Cb&paginated=true&limit=5&offset=10&/u,
  );
  expect(await first.update({ role: 'org:member' })).toBe(first);
  expect(first.role).toBe('org:member');
});

test('without options it is the first page', async () => {
  const { organization: engines, requests } = await world({
    'GET /organizations/org_1/invitations': of({ data: [], total_count: 0 }),
  });
  expect(await engines.getInvitations()).toEqual({ data: [], total_count: 0 });
  expect(requests[0].url.search).toMatch(/^\?limit=10&offset=0&/u);
});

test('what is made has what it is made of, and a way to the network', async () => {
  const { clerk, said } = await world({
    'POST /organizations': of(organization),
    'DELETE /organizations/org_1': of({ object: 'organization', id: 'org_1', deleted: true }),
  });
  const made = await clerk.createOrganization({ name: 'Engines' });
  expect(made).toMatchObject({ id: 'org_1', name: 'Engines', pathRoot: '/organizations' });
  expect(await made.destroy()).toBeUndefined();
  expect(said()).toEqual(['POST /organizations name=Engines', 'DELETE /organizations/org_1']);
});

test('an email address is added, and verified by a code that is sent once', async () => {
  const { user: ada, said } = await world({
    'POST /me/email_addresses/': of({ ...email, id: 'idn_2' }),
    'POST /me/email_addresses/idn_2/prepare_verification': of({
      ...email,
      id: 'idn_2',
      verification: { status: 'unverified' },
    }),
    'POST /me/email_addresses/idn_2/attempt_verification': of({
      ...email,
      id: 'idn_2',
      verification: { status: 'verified' },
    }),
  });
  const added = await ada.createEmailAddress({ email: 'ada@example.com' });
  const prepare = () => added.prepareVerification({ strategy: 'email_code' });
  expect(await Promise.all([prepare(), prepare()])).toEqual([added, added]);
  expect((await added.attemptVerification({ code: '424242' })).verification.status).toBe('verified');
  expect(said().slice(1)).toEqual([
    'POST /me/email_addresses/idn_2/prepare_verification strategy=email_code',
    'POST /me/email_addresses/idn_2/attempt_verification code=424242',
  ]);
});

test('a picture goes out as it is, and null takes it away', async () => {
  const image = of({ object: 'image', id: 'img_1', name: 'me.png', public_url: 'https://img.example.com/1' });
  const {
    user: ada,
    organization: engines,
    requests,
  } = await world({
    'POST /me/profile_image': image,
    'DELETE /me/profile_image': of({ object: 'image', id: 'img_1', deleted: true }),
    'PUT /organizations/org_1/logo': of(organization),
  });
  expect(await ada.setProfileImage({ file: new Blob(['picture']) })).toMatchObject({
    name: 'me.png',
    publicUrl: 'https://img.example.com/1',
  });
  expect(await ada.setProfileImage({ file: null })).toMatchObject({ name: null, publicUrl: null });
  expect(await engines.setLogo({ file: 'data:image/png;base64,AA==' })).not.toBe(engines);
  expect(requests.map(({ headers }) => headers.get('content-type')?.split(';')[0])).toEqual([
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
  ]);
  expect(requests[2].body).toBe('data:image/png;base64,AA==');
});

test('sessions are listed once, and rejected lists are asked for again', async () => {
  let status = 500;
  const item = {
    object: 'session',
    id: 'sess_2',
    status: 'active',
    latest_activity: { object: 'session_activity', id: 'act_1', is_mobile: true },
  };
  const { user: ada, said } = await world({
    'GET /me/sessions/active': () =>
      status === 200 ? Response.json([item]) : Response.json({ errors: [] }, { status }),
    'POST /me/sessions/sess_2/revoke': of({ ...item, status: 'revoked' }),
  });
  status = 422;
  await expect(ada.getSessions()).rejects.toMatchObject({ status: 422 });
  status = 200;
  const [first] = await ada.getSessions();
  expect(first.latestActivity).toMatchObject({ id: 'act_1', isMobile: true });
  await first.revoke();
  expect((await ada.getSessions())[0]).toBe(first);
  expect(first.status).toBe('revoked');
  expect(said()).toHaveLength(3);
});

test.for([
  ['user', 'update', []],
  ['user', 'createEmailAddress', ['ada@example.com']],
  ['user', 'leaveOrganization', [{}]],
  ['user', 'setProfileImage', [{}]],
  ['user', 'getOrganizationMemberships', ['all']],
  ['organization', 'removeMember', ['']],
  ['organization', 'createDomain', []],
  ['organization', 'prepareOwnershipVerification', ['dom_1']],
  ['clerk', 'createOrganization', []],
  ['clerk', 'getOrganization', [1]],
])('%s.%s() tells what it takes', async ([noun, name, given]) => {
  const all = await world({});
  const { [name]: method } = all[noun];
  const promise = method.apply(noun === 'clerk' ? all.clerk : undefined, given);
  await expect(promise).rejects.toThrow(`${noun}.${name}() takes `);
  await expect(promise).rejects.toBeInstanceOf(TypeError);
  expect(all.requests).toHaveLength(0);
});

test.for([[[]], [5], ['text'], [{}]])('%o is no page of a list', async ([answer]) => {
  const { organization: engines } = await world({ 'GET /organizations/org_1/domains': of(answer) });
  await expect(engines.getDomains()).rejects.toMatchObject({ code: 'unexpected_answer' });
});

test('an answer that is no resource leaves what is there', async () => {
  const { user: ada } = await world({ 'PATCH /me': of([1]) });
  await expect(ada.update({ firstName: 'Grace' })).rejects.toMatchObject({ code: 'unexpected_answer' });
  expect(ada.firstName).toBe('Ada');
});

test('what is read again: a user, an address; not what is but a part', async () => {
  const { user: ada, requests } = await world({
    'GET /me': of({ ...user, first_name: 'Grace' }),
    'GET /me/email_addresses/idn_1': of(email),
  });
  const [address] = ada.emailAddresses;
  expect(await ada.reload({ rotatingTokenNonce: 'n' })).toBe(ada);
  expect(ada.firstName).toBe('Grace');
  expect(requests[0].url.searchParams.get('rotating_token_nonce')).toBe('n');
  expect(await address.reload()).toBe(address);
  await expect(address.verification.reload()).rejects.toMatchObject({ code: 'not_reloadable' });
  await expect(ada.reload({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  await expect(ada.organizationMemberships[0].reload()).rejects.toMatchObject({ code: 'not_reloadable' });
});

test('a client that comes along is applied', async () => {
  const { clerk, user: ada } = await world({
    'DELETE /me': { response: { object: 'user', id: 'user_1', deleted: true }, client: json() },
  });
  expect(await ada.delete()).toBeUndefined();
  expect(clerk.session).toBeNull();
});

test('what belongs to no Clerk object rejects', async () => {
  const {
    sessions: [{ user: ada }],
  } = ClientResource.fromJSON(json([session('sess_1', { user })]));
  await expect(ada.update({})).rejects.toThrow(/Clerk object/u);
  expect(new Clerk('pk_test_' + btoa('a.example.com$')).createOrganization).toBeTypeOf('function');
});

test('the devices of native applications are listed, added and taken away', async () => {
  const device = {
    object: 'trusted_device',
    id: 'td_1',
    platform: 'ios',
    app_identifier: 'com.example.app',
    name: null,
    algorithm: 'ES256',
    status: 'active',
    last_used_at: null,
    revoked_at: null,
    created_at: 1,
    updated_at: 2,
  };
  const challenge = { challenge: 'c', challenge_id: 'ch_1', client_data: '{}', expires_at: 3, algorithm: 'ES256' };
  const path = '/me/biometric_credentials';
  const { user: ada, said } = await world({
    [`GET ${path}`]: of([device]),
    [`POST ${path}/prepare`]: of(challenge),
    [`POST ${path}/attempt`]: of(device),
    [`DELETE ${path}/td_1`]: of({ ...device, status: 'revoked' }),
  });
  const [first] = await ada.__experimental_getBiometricCredentials();
  expect(first).toMatchObject({
    id: 'td_1',
    appIdentifier: 'com.example.app',
    lastUsedAt: null,
    updatedAt: new Date(2),
  });
  expect(first.__internal_toSnapshot()).toEqual(device);
  const params = { platform: 'ios', appIdentifier: 'a', algorithm: 'ES256', publicKeyJwk: { kty: 'EC', x: 'x' } };
  expect(await ada.__experimental_prepareBiometricCredential(params)).toEqual({
    challenge: 'c',
    challengeId: 'ch_1',
    trustedDeviceId: null,
    clientData: '{}',
    expiresAt: new Date(3000),
    algorithm: 'ES256',
  });
  const answer = { ...params, publicKeyJwk: '{}', clientData: '{}', signature: 's' };
  expect((await ada.__experimental_attemptBiometricCredential(answer)).id).toBe('td_1');
  expect((await ada.__experimental_revokeBiometricCredential('td_1')).status).toBe('revoked');
  const sent = 'platform=ios&app_identifier=a&algorithm=ES256';
  expect(said().map(decodeURIComponent)).toEqual([
    `GET ${path}`,
    `POST ${path}/prepare ${sent}&public_key_jwk={"kty":"EC","x":"x"}`,
    `POST ${path}/attempt ${sent}&client_data={}&signature=s&public_key_jwk={}`,
    `DELETE ${path}/td_1`,
  ]);
});
