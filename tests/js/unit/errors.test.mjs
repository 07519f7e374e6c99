// The errors of glue/errors.js, beside those of the npm package `@clerk/shared`: made alike they are alike, and each side's
// guards know the other's.

import * as shared from '@clerk/shared/error';
import { beforeAll, expect, test } from 'vitest';
import * as ours from '../../../src/js/glue/errors.js';
import { tools } from '../../../src/js/glue/lazy.js';
import { apiResponseError, runtimeError } from '../../../src/js/second/glue/errors.js';
import { receive } from '../../../src/js/second/glue/first.js';

// The second part makes the errors of servers and networks, of the first part's classes.
beforeAll(() => receive(tools));

const data = [
  {
    code: 'form_password_incorrect',
    message: 'No.',
    long_message: 'Not this one.',
    meta: { param_name: 'password', session_id: 'sess_1' },
  },
  { code: 'later', message: '' },
];
const cause = new RangeError('behind it');
const LOCKED = { data: [{ code: 'user_locked', message: 'Locked.' }], status: 403 };

/** Each class, and what to make one of. */
const MADE = {
  'a refusal': [
    'ClerkAPIResponseError',
    'Not this one.',
    { data, status: 422, clerkTraceId: 'trace_1', retryAfter: 5 },
  ],
  'a refusal without reasons': ['ClerkAPIResponseError', '', { status: 500 }],
  'a refusal with null for reasons': ['ClerkAPIResponseError', 'x', { data: null, status: 500 }],
  'a refusal that tells more': [
    'ClerkAPIResponseError',
    'x',
    { data: [], status: 500, longMessage: 'Long.', docsUrl: 'https://a.test/', cause },
  ],
  'a failure': ['ClerkRuntimeError', 'It broke.', { code: 'broken' }],
  'a failure that tells more': [
    'ClerkRuntimeError',
    ' Clerk: it broke. ',
    { code: 'broken', longMessage: 'Long.', docsUrl: 'https://a.test/', cause },
  ],
  'a failure that names Clerk twice': ['ClerkRuntimeError', 'clerk: clerk: x', { code: 'broken' }],
  'an offline error': ['ClerkOfflineError', 'No network.'],
  'a refused passkey': ['ClerkWebAuthnError', 'No passkey.', { code: 'passkey_not_supported', cause }],
  'a link': ['EmailLinkError', 'expired'],
};
const GUARDS = [
  'isClerkAPIResponseError',
  'isClerkRuntimeError',
  'isEmailLinkError',
  'isKnownError',
  'isMetamaskError',
  'isUserLockedError',
];
const FIELDS = [
  'message',
  'code',
  'status',
  'longMessage',
  'docsUrl',
  'cause',
  'clerkTraceId',
  'retryAfter',
  'clerkError',
  'clerkRuntimeError',
];

const make = (side, [type, ...args]) => new side[type](...args);
const fieldsOf = error => Object.fromEntries(FIELDS.map(name => [name, error[name]]));
const verdicts = (side, error) => Object.fromEntries(GUARDS.map(name => [name, side[name](error)]));
/** Theirs has lost its class on the way (`setPrototypeOf` to the one above it), and with it the name. */
const nameOf = (side, type) => (side === shared && type === 'ClerkWebAuthnError' ? 'ClerkRuntimeError' : type);

test.each(Object.entries(MADE))('%s is as @clerk/shared makes it', (_, made) => {
  const [error, theirs] = [make(ours, made), make(shared, made)];
  expect(error).toBeInstanceOf(ours[made[0]]);
  expect(fieldsOf(error)).toEqual(fieldsOf(theirs));
  expect(error.name).toBe(made[0]);
  expect(theirs.name).toBe(nameOf(shared, made[0]));
  expect(String(error)).toBe(String(theirs).replace(`[${theirs.name}]`, `[${error.name}]`));
  expect(error.stack).toContain(error.name);
});

test.each(Object.entries(MADE))('guards of both sides say the same of %s, whoever made it', (_, made) => {
  const wanted = verdicts(ours, make(ours, made));
  const [type] = made;
  const isRuntime = ['ClerkRuntimeError', 'ClerkOfflineError', 'ClerkWebAuthnError'].includes(type);
  expect(wanted).toEqual({
    isClerkAPIResponseError: type === 'ClerkAPIResponseError',
    isClerkRuntimeError: isRuntime,
    isEmailLinkError: type === 'EmailLinkError',
    isKnownError: type !== 'EmailLinkError',
    isMetamaskError: false,
    isUserLockedError: false,
  });
  expect(verdicts(shared, make(ours, made))).toEqual(wanted);
  expect(verdicts(ours, make(shared, made))).toEqual(wanted);
});

test('the entries of a refusal are as @clerk/shared reads them, and keep what it does not know', () => {
  const [error, theirs] = [make(ours, MADE['a refusal']), make(shared, MADE['a refusal'])];
  expect(error.errors.map(one => ({ ...one }))).toEqual(theirs.errors.map(one => ({ ...one })));
  expect(error.errors.map(one => shared.isClerkAPIError(one))).toEqual([true, true]);
  expect(
    new ours.ClerkAPIError({ code: 'x', message: '', meta: { seats_quantity: 3, some_thing_new: { a_b: 1 } } }).meta,
  ).toEqual({ seatsQuantity: 3, someThingNew: { a_b: 1 } });
});

test('an offline error is the runtime error of its code', () => {
  const error = runtimeError('No network.', 'clerk_offline');
  expect(error).toBeInstanceOf(ours.ClerkOfflineError);
  expect(error).toBeInstanceOf(ours.ClerkRuntimeError);
  for (const { ClerkOfflineError } of [ours, shared]) {
    expect(ClerkOfflineError.ERROR_CODE).toBe('clerk_offline');
    expect([error, new shared.ClerkOfflineError('No network.')].map(ClerkOfflineError.is)).toEqual([true, true]);
    expect(ClerkOfflineError.is(runtimeError('No token.', 'network_error'))).toBe(false);
    expect(ClerkOfflineError.is(undefined)).toBe(false);
  }
});

test('the second part makes errors of the classes that the page has', () => {
  const refusal = apiResponseError('Not this one.', data, 422, 5, 'trace_1');
  expect(refusal).toBeInstanceOf(ours.ClerkAPIResponseError);
  expect(fieldsOf(refusal)).toEqual(fieldsOf(make(ours, MADE['a refusal'])));
  expect(refusal.errors).toEqual(make(ours, MADE['a refusal']).errors);
  const failure = runtimeError('It broke.', 'broken');
  expect(failure).toBeInstanceOf(ours.ClerkRuntimeError);
  expect(failure).not.toBeInstanceOf(ours.ClerkOfflineError);
  expect(fieldsOf(failure)).toEqual(fieldsOf(make(ours, MADE['a failure'])));
});

test('a locked user and a wallet that refuses are known on both sides', () => {
  const refused = Object.assign(new Error('User rejected the request.'), { code: 4001 });
  for (const maker of [ours, shared]) {
    const locked = new maker.ClerkAPIResponseError('Locked.', LOCKED);
    expect([ours, shared].map(side => side.isUserLockedError(locked))).toEqual([true, true]);
  }
  for (const side of [ours, shared]) {
    expect([side.isMetamaskError(refused), side.isKnownError(refused), side.isKnownError(new Error('x'))]).toEqual([
      true,
      true,
      false,
    ]);
  }
  expect(ours.EmailLinkErrorCodeStatus).toEqual(shared.EmailLinkErrorCodeStatus);
});

test('our guards take whatever was thrown', () => {
  for (const thrown of [undefined, null, 5, 'a text', {}, Object.create(null), () => {}]) {
    expect(Object.values(verdicts(ours, thrown)), String(typeof thrown)).toEqual(GUARDS.map(() => false));
  }
});
