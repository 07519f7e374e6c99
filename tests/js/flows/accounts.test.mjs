// Signing in and up by what the account itself has: each flow once, from a blank page to a session.

import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addAuthenticator } from '../lib/authenticator.mjs';
import { arrive, lastMessage, openWorld, totp, who } from './lib/world.mjs';

const ada = { email_address: 'ada@example.com', password: 'correct-horse-battery', first_name: 'Ada' };
const signedIn = { status: 'active', name: 'Ada', token: 'string' };
const LIMIT_MS = 20_000;

let world;
beforeAll(async () => (world = await openWorld()), 60_000);
afterAll(() => world.close());
afterEach(() => world.closeContexts());

test('a password', { timeout: LIMIT_MS }, async () => {
  const { tab } = await world.open({ users: [ada] });
  expect(await who(tab)).toBeNull();
  await tab.evaluate(
    ({ email_address, password }) => window.clerk.client.signIn.create({ identifier: email_address, password }),
    ada,
  );
  await arrive(tab, 'signIn');
  expect(await who(tab)).toEqual(signedIn);
});

test('a code by e-mail', { timeout: LIMIT_MS }, async () => {
  const { tab, control } = await world.open({ users: [ada] });
  await tab.evaluate(
    emailAddress => window.clerk.client.signIn.__internal_future.emailCode.sendCode({ emailAddress }),
    ada.email_address,
  );
  const code = await lastMessage(control);
  await tab.evaluate(async code => {
    const future = window.clerk.client.signIn.__internal_future;
    await future.emailCode.verifyCode({ code });
    await future.finalize();
  }, code);
  expect(await who(tab)).toEqual(signedIn);
});

test('a code by phone', { timeout: LIMIT_MS }, async () => {
  const number = '+4366012345678';
  const { tab, control } = await world.open({
    users: [{ ...ada, phone_numbers: [{ phone_number: number }] }],
    settings: { phone_number: 'on' },
  });
  await tab.evaluate(async identifier => {
    const signIn = await window.clerk.client.signIn.create({ identifier });
    await signIn.prepareFirstFactor(signIn.supportedFirstFactors.find(({ strategy }) => strategy === 'phone_code'));
  }, number);
  const code = await lastMessage(control);
  await tab.evaluate(code => window.clerk.client.signIn.attemptFirstFactor({ strategy: 'phone_code', code }), code);
  await arrive(tab, 'signIn');
  expect(await who(tab)).toEqual(signedIn);
});

test('a link by e-mail that is opened in a second tab', { timeout: LIMIT_MS }, async () => {
  const { tab, context, site, control } = await world.open({ users: [ada], settings: { email_link: true } });
  await tab.evaluate(
    async ([identifier, redirectUrl]) => {
      const { signIn } = window.clerk.client;
      await signIn.create({ identifier });
      const { emailAddressId } = signIn.supportedFirstFactors.find(({ strategy }) => strategy === 'email_link');
      window.followed = signIn.createEmailLinkFlow().startEmailLinkFlow({ emailAddressId, redirectUrl });
    },
    [ada.email_address, `${site}/verify`],
  );
  await expect.poll(async () => (await control('GET outbox')).length).toBe(1);
  const second = await context.newPage();
  await second.goto(await lastMessage(control));
  expect(new URL(second.url()).pathname).toBe('/verify');
  expect(
    await second.evaluate(async () => {
      await window.loading;
      return window.clerk.client.signIn.__internal_future.emailLink.verification;
    }),
  ).toMatchObject({ status: 'verified', verifiedFromTheSameClient: true });
  const status = await tab.evaluate(async () => (await window.followed).firstFactorVerification.status);
  expect(status).toBe('verified');
  await second.evaluate(() => void window.clerk.handleEmailLinkVerification({ redirectUrlComplete: '/done' }));
  await second.waitForURL(`${site}/done`);
  expect(await who(second)).toEqual(signedIn);
  await arrive(tab, 'signIn');
  expect(await who(tab)).toEqual(signedIn);
});

test.for(['totp', 'backup_code'])('a second factor: %s', { timeout: LIMIT_MS }, async strategy => {
  const secret = 'JBSWY3DPEHPK3PXP';
  const user = { ...ada, totp_secret: secret, backup_codes: ['backup-1', 'backup-2'] };
  const { tab, control } = await world.open({ users: [user], settings: { second_factor_at_sign_in: true } });
  const status = await tab.evaluate(
    async ({ email_address, password }) =>
      (await window.clerk.client.signIn.create({ identifier: email_address, password })).status,
    ada,
  );
  expect(status).toBe('needs_second_factor');
  const { now_ms } = await control('GET clock');
  const code = strategy === 'totp' ? totp(secret, now_ms) : 'backup-1';
  await tab.evaluate(given => window.clerk.client.signIn.attemptSecondFactor(given), { strategy, code });
  await arrive(tab, 'signIn');
  expect(await who(tab)).toEqual(signedIn);
});

test('a forgotten password', { timeout: LIMIT_MS }, async () => {
  const { tab, control } = await world.open({ users: [ada] });
  await tab.evaluate(async identifier => {
    const future = window.clerk.client.signIn.__internal_future;
    await future.create({ identifier });
    await future.resetPasswordEmailCode.sendCode();
  }, ada.email_address);
  const code = await lastMessage(control);
  const outcome = await tab.evaluate(async code => {
    const future = window.clerk.client.signIn.__internal_future;
    await future.resetPasswordEmailCode.verifyCode({ code });
    const { status } = future;
    await future.resetPasswordEmailCode.submitPassword({ password: 'another-long-password' });
    const { error } = await future.finalize();
    return { status, error };
  }, code);
  expect(outcome).toEqual({ status: 'needs_new_password', error: null });
  expect(await who(tab)).toEqual(signedIn);
});

test('a sign-up with fields that come later', { timeout: LIMIT_MS }, async () => {
  const { tab, control } = await world.open();
  const missing = await tab.evaluate(async () => {
    const { signUp } = window.clerk.client;
    await signUp.upsert({ firstName: 'Ada' });
    const { missingFields } = signUp;
    await signUp.upsert({ emailAddress: 'ada@example.com', password: 'correct-horse-battery' });
    await signUp.prepareVerification({ strategy: 'email_code' });
    return missingFields;
  });
  expect(missing).toContain('email_address');
  const code = await lastMessage(control);
  await tab.evaluate(code => window.clerk.client.signUp.attemptEmailAddressVerification({ code }), code);
  await arrive(tab, 'signUp');
  expect(await who(tab)).toEqual(signedIn);
});

test('a ticket that the page was opened with', { timeout: LIMIT_MS }, async () => {
  const { tab, site, control } = await world.open({ users: [] });
  const {
    users: [{ id }],
  } = await control('POST seed', { users: [ada] });
  const { ticket } = await control('POST tickets', { user_id: id });
  await tab.goto(`${site}/welcome?__clerk_ticket=${encodeURIComponent(ticket)}`);
  const { error } = await tab.evaluate(async () => {
    await window.loading;
    return window.clerk.client.signIn.__internal_future.ticket();
  });
  expect(error).toBeNull();
  await arrive(tab, 'signIn');
  expect(await who(tab)).toEqual(signedIn);
});

test('an invitation', { timeout: LIMIT_MS }, async () => {
  const { tab, control } = await world.open();
  const { ticket } = await control('POST tickets', { email_address: 'ada@example.com' });
  await tab.evaluate(given => window.clerk.client.signUp.create(given), {
    strategy: 'ticket',
    ticket,
    firstName: 'Ada',
    password: ada.password,
  });
  await arrive(tab, 'signUp');
  expect(await who(tab)).toEqual(signedIn);
});

test.for([undefined, 'discoverable'])('a passkey (%s)', { timeout: LIMIT_MS }, async flow => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = Buffer.from('a-passkey');
  const passkeys = [
    {
      credential_id: id.toString('base64url'),
      public_key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    },
  ];
  const { tab } = await world.open({ users: [{ ...ada, passkeys }], settings: { passkey: true } });
  await addAuthenticator(tab, { id, privateKey });
  await tab.evaluate(
    async ([identifier, flow]) => {
      const { signIn } = window.clerk.client;
      if (!flow) await signIn.create({ identifier });
      await signIn.authenticateWithPasskey(flow && { flow });
    },
    [ada.email_address, flow],
  );
  await arrive(tab, 'signIn');
  expect(await who(tab)).toEqual(signedIn);
});
