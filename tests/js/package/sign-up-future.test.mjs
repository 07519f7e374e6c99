// The custom-flow API of a sign-up: what each call sends, and what it resolves.

import { afterEach, expect, test, vi } from 'vitest';
import { active, signUp as attempt, withAttempt } from './lib/attempts.mjs';
import { session } from './lib/fapi.mjs';

const CREATE = 'POST /client/sign_ups';
const UPDATE = 'PATCH /client/sign_ups/sua_1';
const PREPARE = 'POST /client/sign_ups/sua_1/prepare_verification';
const ATTEMPT = 'POST /client/sign_ups/sua_1/attempt_verification';

afterEach(() => vi.unstubAllGlobals());

const call = (future, path, ...given) => path.split('.').reduce((object, name) => object[name], future)(...given);

test.for([
  ['create', { emailAddress: 'me@example.com' }, `${CREATE} email_address=me%40example.com`],
  ['create', { emailAddress: 'me@example.com', locale: 'fr' }, `${CREATE} email_address=me%40example.com&locale=fr`],
  ['password', { password: 'p' }, `${CREATE} strategy=password&password=p`],
  ['password', { password: 'p', locale: 'fr' }, `${CREATE} strategy=password&password=p&locale=fr`],
  ['ticket', { ticket: 't', strategy: 'other' }, `${CREATE} ticket=t&strategy=ticket`],
  ['verifications.sendPhoneCode', undefined, `${CREATE} strategy=phone_code&channel=sms`],
])('without a sign-up %s(%o) sends %s', async ([path, params, expected]) => {
  const { client, sent } = await withAttempt();
  expect(await call(client.signUp.__internal_future, path, params)).toEqual({ error: null });
  expect(sent().map(text => sorted(text))).toEqual([sorted(expected)]);
});

/** The fields of a form have no order. */
const sorted = text => text.replace(/[^ ]+$/u, form => form.split('&').sort().join('&'));

test.for([
  [
    'update',
    { firstName: 'Ada', unsafeMetadata: { a: 1 } },
    `${UPDATE} first_name=Ada&unsafe_metadata=%7B%22a%22%3A1%7D`,
  ],
  ['password', { password: 'p' }, `${UPDATE} strategy=password&password=p`],
  ['verifications.sendEmailCode', undefined, `${PREPARE} strategy=email_code`],
  ['verifications.verifyEmailCode', { code: '1' }, `${ATTEMPT} strategy=email_code&code=1`],
  [
    'verifications.sendEmailLink',
    { verificationUrl: 'https://example.com/v' },
    `${PREPARE} strategy=email_link&redirect_url=https%3A%2F%2Fexample.com%2Fv`,
  ],
  ['verifications.sendPhoneCode', { channel: 'whatsapp' }, `${PREPARE} strategy=phone_code&channel=whatsapp`],
  ['verifications.verifyPhoneCode', { code: '1' }, `${ATTEMPT} strategy=phone_code&code=1`],
  ['submitProtectCheck', { proofToken: 'proof' }, 'PATCH /client/sign_ups/sua_1/protect_check proof_token=proof'],
])('%s(%o) sends %s', async ([path, params, expected]) => {
  const { client, sent } = await withAttempt({ has: { sign_up: attempt() } });
  expect(await call(client.signUp.__internal_future, path, params)).toEqual({ error: null });
  expect(sent()).toEqual([expected]);
});

test('it shows the attempt as it is now', async () => {
  const { client } = await withAttempt({ has: { sign_up: attempt({ web3_wallet: '0x1', has_password: true }) } });
  const future = client.signUp.__internal_future;
  expect(future).toMatchObject({
    id: 'sua_1',
    status: 'missing_requirements',
    web3Wallet: '0x1',
    hasPassword: true,
    isTransferable: false,
  });
  expect(future.verifications.emailAddress).toBe(client.signUp.verifications.emailAddress);
  expect(future.verifications.emailLinkVerification).toBeNull();
  expect(() => JSON.stringify([client.signUp, future])).not.toThrow();
});

test.for([
  [
    { status: 'transferable', error: { code: 'external_account_exists' } },
    { isTransferable: true, existingSession: undefined },
  ],
  [
    { status: 'transferable', error: null },
    { isTransferable: false, existingSession: undefined },
  ],
  [
    { status: 'unverified', error: { code: 'identifier_already_signed_in', meta: { session_id: 'sess_1' } } },
    { isTransferable: false, existingSession: { sessionId: 'sess_1' } },
  ],
])('an account at the provider that is %o', async ([external_account, expected]) => {
  const { client } = await withAttempt({ has: { sign_up: attempt({ verifications: { external_account } }) } });
  expect(client.signUp.__internal_future).toMatchObject(expected);
});

test('finalize() tells that the sign-up is not complete, and makes the session of a complete one current', async () => {
  const early = await withAttempt({ has: { sign_up: attempt() } });
  const { error } = await early.client.signUp.__internal_future.finalize();
  expect(error).toBeInstanceOf(Error);
  expect(early.client.signUp.__internal_future.canBeDiscarded).toBe(false);
  const complete = attempt({ status: 'complete', created_session_id: 'sess_1' });
  const { clerk } = await withAttempt({
    has: { sign_up: complete },
    sessions: [session('sess_1')],
    answers: active,
  });
  expect(await clerk.client.signUp.__internal_future.finalize()).toEqual({ error: null });
  expect(clerk.session.id).toBe('sess_1');
});

test('upsert() adds to the sign-up that there is, and begins one where there is none', async () => {
  const { client, sent } = await withAttempt();
  await client.signUp.upsert({ firstName: 'Ada' });
  await client.signUp.upsert({ lastName: 'Lovelace' });
  expect(sent()).toEqual([`${CREATE} first_name=Ada`, `${UPDATE} last_name=Lovelace`]);
});
