// The custom-flow API of a sign-in: what each call sends, and what it resolves.

import { isClerkAPIResponseError, isClerkRuntimeError } from 'clerk-wasm';
import { afterEach, expect, test, vi } from 'vitest';
import { active, signIn as attempt, withAttempt } from './lib/attempts.mjs';
import { client, session } from './lib/fapi.mjs';

const CREATE = 'POST /client/sign_ins';
const PREPARE = 'POST /client/sign_ins/sia_1/prepare_first_factor';
const ATTEMPT = 'POST /client/sign_ins/sia_1/attempt_first_factor';
const PREPARE_SECOND = 'POST /client/sign_ins/sia_1/prepare_second_factor';
const ATTEMPT_SECOND = 'POST /client/sign_ins/sia_1/attempt_second_factor';

afterEach(() => vi.unstubAllGlobals());

const call = (future, path, ...given) => path.split('.').reduce((object, name) => object[name], future)(...given);

test.for([
  ['create', { identifier: 'me@example.com' }, [`${CREATE} identifier=me%40example.com`]],
  ['password', { emailAddress: 'me@example.com', password: 'p' }, [`${CREATE} identifier=me%40example.com&password=p`]],
  ['password', { phoneNumber: '+43', password: 'p' }, [`${CREATE} identifier=%2B43&password=p`]],
  [
    'emailCode.sendCode',
    { emailAddress: 'me@example.com' },
    [`${CREATE} identifier=me%40example.com`, `${PREPARE} email_address_id=idn_2&strategy=email_code`],
  ],
  [
    'phoneCode.sendCode',
    { phoneNumber: '+43', channel: 'whatsapp' },
    [`${CREATE} identifier=%2B43`, `${PREPARE} phone_number_id=idn_3&channel=whatsapp&strategy=phone_code`],
  ],
  [
    'emailLink.sendLink',
    { emailAddress: 'me@example.com', verificationUrl: 'https://example.com/verify' },
    [
      `${CREATE} identifier=me%40example.com`,
      `${PREPARE} email_address_id=idn_2&redirect_url=https%3A%2F%2Fexample.com%2Fverify&strategy=email_link`,
    ],
  ],
  [
    'resetPasswordPhoneCode.sendCode',
    { phoneNumber: '+43' },
    [`${CREATE} identifier=%2B43`, `${PREPARE} phone_number_id=idn_3&strategy=reset_password_phone_code`],
  ],
  ['ticket', { ticket: 't' }, [`${CREATE} strategy=ticket&ticket=t`]],
])('without a sign-in %s(%o) begins one', async ([path, params, expected]) => {
  const { client, sent } = await withAttempt();
  expect(await call(client.signIn.__internal_future, path, params)).toEqual({ error: null });
  expect(sent()).toEqual(expected);
});

test.for([
  ['password', { password: 'p' }, `${CREATE} identifier=me%40example.com&password=p`],
  ['emailCode.sendCode', undefined, `${PREPARE} email_address_id=idn_2&strategy=email_code`],
  ['emailCode.sendCode', { emailAddressId: 'idn_1' }, `${PREPARE} email_address_id=idn_1&strategy=email_code`],
  ['emailCode.sendCode', { emailAddressId: 'idn_9' }, `${PREPARE} email_address_id=idn_2&strategy=email_code`],
  ['emailCode.verifyCode', { code: '1' }, `${ATTEMPT} code=1&strategy=email_code`],
  ['phoneCode.sendCode', undefined, `${PREPARE} phone_number_id=idn_3&channel=sms&strategy=phone_code`],
  ['phoneCode.verifyCode', { code: '1' }, `${ATTEMPT} code=1&strategy=phone_code`],
  [
    'resetPasswordEmailCode.sendCode',
    undefined,
    `${PREPARE} email_address_id=idn_1&strategy=reset_password_email_code`,
  ],
  ['resetPasswordEmailCode.verifyCode', { code: '1' }, `${ATTEMPT} code=1&strategy=reset_password_email_code`],
  ['resetPasswordPhoneCode.sendCode', undefined, `${PREPARE} phone_number_id=idn_3&strategy=reset_password_phone_code`],
  ['resetPasswordPhoneCode.verifyCode', { code: '1' }, `${ATTEMPT} code=1&strategy=reset_password_phone_code`],
  [
    'resetPasswordEmailCode.submitPassword',
    { password: 'new' },
    'POST /client/sign_ins/sia_1/reset_password password=new&sign_out_of_other_sessions=true',
  ],
  [
    'resetPasswordPhoneCode.submitPassword',
    { password: 'new', signOutOfOtherSessions: false },
    'POST /client/sign_ins/sia_1/reset_password password=new&sign_out_of_other_sessions=false',
  ],
  ['mfa.sendPhoneCode', undefined, `${PREPARE_SECOND} phone_number_id=idn_3&strategy=phone_code`],
  ['mfa.verifyPhoneCode', { code: '1' }, `${ATTEMPT_SECOND} code=1&strategy=phone_code`],
  ['mfa.sendEmailCode', undefined, `${PREPARE_SECOND} email_address_id=idn_1&strategy=email_code`],
  ['mfa.verifyEmailCode', { code: '1' }, `${ATTEMPT_SECOND} code=1&strategy=email_code`],
  ['mfa.verifyTOTP', { code: '1' }, `${ATTEMPT_SECOND} code=1&strategy=totp`],
  ['mfa.verifyBackupCode', { code: '1' }, `${ATTEMPT_SECOND} code=1&strategy=backup_code`],
  ['submitProtectCheck', { proofToken: 'proof' }, 'PATCH /client/sign_ins/sia_1/protect_check proof_token=proof'],
])('%s(%o) sends %s', async ([path, params, expected]) => {
  const { client, sent } = await withAttempt({ has: { sign_in: attempt() } });
  expect(await call(client.signIn.__internal_future, path, params)).toEqual({ error: null });
  expect(sent()).toEqual([expected]);
});

test.for([
  ['emailCode.sendCode', undefined],
  ['emailCode.sendCode', { emailAddressId: 'idn_1' }],
  ['emailLink.sendLink', { verificationUrl: '/verify' }],
  ['phoneCode.sendCode', { phoneNumberId: 'idn_3' }],
  ['resetPasswordEmailCode.sendCode', undefined],
  ['resetPasswordPhoneCode.sendCode', undefined],
  ['finalize', undefined],
  ['password', { password: 'p', identifier: 'me', emailAddress: 'me@example.com' }],
  ['passkey', undefined],
])('what the caller does wrong rejects, and sends nothing: %s(%o)', async ([path, params]) => {
  const { client, sent } = await withAttempt();
  await expect(call(client.signIn.__internal_future, path, params)).rejects.toBeInstanceOf(Error);
  expect(sent()).toEqual([]);
});

test.for([
  ['emailCode.sendCode', undefined],
  ['emailLink.sendLink', { verificationUrl: 'https://example.com' }],
  ['phoneCode.sendCode', undefined],
  ['resetPasswordEmailCode.sendCode', undefined],
  ['resetPasswordPhoneCode.sendCode', undefined],
  ['mfa.sendPhoneCode', undefined],
  ['mfa.sendEmailCode', undefined],
])('a factor that the user does not have is told as an error: %s', async ([path, params]) => {
  const { client, sent } = await withAttempt({
    has: { sign_in: attempt({ supported_first_factors: null, supported_second_factors: null }) },
  });
  const { error } = await call(client.signIn.__internal_future, path, params);
  expect(isClerkRuntimeError(error)).toBe(true);
  expect(error.code).toBe('factor_not_found');
  expect(sent()).toEqual([]);
});

test('what the server refuses is told as an error', async () => {
  const refusal = Response.json({ errors: [{ code: 'form_code_incorrect', message: 'no' }] }, { status: 422 });
  const { client } = await withAttempt({ has: { sign_in: attempt() }, answers: { [ATTEMPT]: refusal } });
  const { error } = await client.signIn.__internal_future.emailCode.verifyCode({ code: '1' });
  expect(isClerkAPIResponseError(error)).toBe(true);
  expect(error.errors[0].code).toBe('form_code_incorrect');
});

test('it shows the attempt as it is now', async () => {
  const { client } = await withAttempt();
  const { signIn } = client;
  const future = signIn.__internal_future;
  expect(signIn.__internal_future).toBe(future);
  expect(future).toMatchObject({
    status: 'needs_identifier',
    supportedFirstFactors: [],
    supportedSecondFactors: [],
    canBeDiscarded: false,
  });
  expect(future.id).toBeUndefined();
  expect(future.isTransferable).toBe(false);
  await future.create({ identifier: 'me@example.com' });
  expect(future).toMatchObject({ id: 'sia_1', status: 'needs_first_factor', identifier: 'me@example.com' });
  expect(future.firstFactorVerification).toBe(signIn.firstFactorVerification);
  expect(() => JSON.stringify([signIn, future])).not.toThrow();
});

test('who turns out to be signed in, or not to exist, is told', async () => {
  const error = { code: 'identifier_already_signed_in', message: 'no', meta: { session_id: 'sess_1' } };
  const failed = attempt({ first_factor_verification: { status: 'failed', error } });
  const { client } = await withAttempt({ has: { sign_in: failed } });
  expect(client.signIn.__internal_future.existingSession).toEqual({ sessionId: 'sess_1' });
  const missing = attempt({ first_factor_verification: { status: 'transferable' } });
  const other = await withAttempt({ has: { sign_in: missing } });
  expect(other.client.signIn.__internal_future).toMatchObject({ isTransferable: true, existingSession: undefined });
});

test('a complete sign-in is finalized: its session becomes current, and its client is read if it does not have it', async () => {
  const complete = attempt({ status: 'complete', created_session_id: 'sess_1' });
  const clients = [client([], { sign_in: complete }), client([session('sess_1')])];
  const answers = { 'GET /client': () => ({ response: clients.shift(), client: null }), ...active };
  const { clerk, requests } = await withAttempt({ answers });
  const future = clerk.client.signIn.__internal_future;
  const navigate = vi.fn();
  expect(await future.finalize({ navigate })).toEqual({ error: null });
  expect(clerk.session.id).toBe('sess_1');
  expect(navigate).toHaveBeenCalledOnce();
  expect(future.canBeDiscarded).toBe(true);
  expect(requests.map(({ call }) => call).slice(0, 2)).toEqual(['GET /client', 'POST /client/sessions/sess_1/touch']);
});

test('reset() forgets the attempt and sends nothing', async () => {
  const { client, sent } = await withAttempt({ has: { sign_in: attempt() } });
  const future = client.signIn.__internal_future;
  expect(await future.reset()).toEqual({ error: null });
  expect(future.canBeDiscarded).toBe(true);
  expect(client.signIn.id).toBeUndefined();
  expect(sent()).toEqual([]);
});

test('a path in place of a URL is one of this origin', async () => {
  vi.stubGlobal('location', new URL('https://app.example.com/sign-in?__clerk_ticket=from-the-page'));
  const { client, sent } = await withAttempt({ has: { sign_in: attempt() } });
  await client.signIn.__internal_future.emailLink.sendLink({ verificationUrl: '/verify' });
  await client.signIn.__internal_future.ticket();
  expect(sent()).toEqual([
    `${PREPARE} email_address_id=idn_2&redirect_url=https%3A%2F%2Fapp.example.com%2Fverify&strategy=email_link`,
    `${CREATE} strategy=ticket&ticket=from-the-page`,
  ]);
});

test.for([
  [
    '?__clerk_status=verified&__clerk_created_session=sess_1',
    { status: 'verified', createdSessionId: 'sess_1', verifiedFromTheSameClient: true },
  ],
  [
    '?__clerk_status=verified&__clerk_created_session=sess_2',
    { status: 'verified', createdSessionId: 'sess_2', verifiedFromTheSameClient: false },
  ],
  [
    '?__clerk_status=expired&__clerk_created_session=sess_1',
    { status: 'expired', createdSessionId: 'sess_1', verifiedFromTheSameClient: false },
  ],
  ['?__clerk_status=verified', null],
])('a page that a link led to: %s', async ([query, expected]) => {
  const { client } = await withAttempt({ sessions: [session('sess_1')] });
  vi.stubGlobal('location', new URL(`https://app.example.com/verify${query}`));
  expect(client.signIn.__internal_future.emailLink.verification).toEqual(expected);
});
