// Waiting for a link that was sent to be followed.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signIn, signUp, withAttempt } from './lib/attempts.mjs';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

/** Lets what is under way happen; then a second passes. */
async function second() {
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  await vi.advanceTimersByTimeAsync(1000);
}

const inSignIn = (status, more) => signIn({ first_factor_verification: { status }, ...more });
const inSignUp = status => signUp({ verifications: { email_address: { status } } });
const params = { emailAddressId: 'idn_2', redirectUrl: 'https://example.com/verify' };

/** A client whose attempt is read as `states`, one after the other, and then always as the last. */
async function world(noun, states, more) {
  const id = { sign_in: 'sia_1', sign_up: 'sua_1' }[noun];
  const read = () => ({ response: states.length > 1 ? states.shift() : states[0], client: null });
  return withAttempt({ has: { [noun]: states[0] }, answers: { [`GET /client/${noun}s/${id}`]: read, ...more } });
}

test.for(['verified', 'expired', 'transferable'])('a sign-in waits until its link is %s', async status => {
  const { client, sent } = await world('sign_in', [inSignIn('unverified'), inSignIn('unverified'), inSignIn(status)]);
  const { startEmailLinkFlow } = client.signIn.createEmailLinkFlow();
  const done = startEmailLinkFlow(params);
  await second();
  await second();
  expect((await done).firstFactorVerification.status).toBe(status);
  expect(sent()).toEqual([
    'POST /client/sign_ins/sia_1/prepare_first_factor email_address_id=idn_2&redirect_url=https%3A%2F%2Fexample.com%2Fverify&strategy=email_link',
    ...Array(3).fill('GET /client/sign_ins/sia_1'),
  ]);
});

test('as a second factor it is prepared as one, and its verification is looked at', async () => {
  const waiting = { status: 'needs_second_factor', second_factor_verification: { status: 'verified' } };
  const { client, sent } = await world('sign_in', [inSignIn('verified', waiting)]);
  const done = await client.signIn.createEmailLinkFlow().startEmailLinkFlow(params);
  expect(done).toBe(client.signIn);
  expect(sent()[0]).toMatch('POST /client/sign_ins/sia_1/prepare_second_factor');
});

test.for(['verified', 'expired'])('a sign-up waits until its link is %s', async status => {
  const { client, sent } = await world('sign_up', [inSignUp('unverified'), inSignUp('transferable'), inSignUp(status)]);
  const done = client.signUp.createEmailLinkFlow().startEmailLinkFlow({ redirectUrl: 'https://example.com' });
  await second();
  await second();
  expect((await done).verifications.emailAddress.status).toBe(status);
  expect(sent()[0]).toBe(
    'POST /client/sign_ups/sua_1/prepare_verification strategy=email_link&redirect_url=https%3A%2F%2Fexample.com',
  );
});

test('the custom-flow API waits in the same way', async () => {
  const { client, sent } = await world('sign_in', [inSignIn('unverified'), inSignIn('verified')]);
  const done = client.signIn.__internal_future.emailLink.waitForVerification();
  await second();
  expect(await done).toEqual({ error: null });
  expect(sent()).toEqual(Array(2).fill('GET /client/sign_ins/sia_1'));
  const other = await world('sign_up', [inSignUp('expired')]);
  expect(await other.client.signUp.__internal_future.verifications.waitForEmailLinkVerification()).toEqual({
    error: null,
  });
});

test('a flow that is cancelled rejects, asks no more, and can be started again', async () => {
  const states = [inSignIn('unverified')];
  const { client, sent } = await world('sign_in', states);
  const { startEmailLinkFlow, cancelEmailLinkFlow } = client.signIn.createEmailLinkFlow();
  cancelEmailLinkFlow();
  const done = startEmailLinkFlow(params);
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  cancelEmailLinkFlow();
  await expect(done).rejects.toMatchObject({ name: 'AbortError' });
  expect(vi.getTimerCount()).toBe(0);
  const before = sent().length;
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent()).toHaveLength(before);
  states[0] = inSignIn('verified');
  expect((await startEmailLinkFlow(params)).firstFactorVerification.status).toBe('verified');
});

test('what the server refuses ends the wait', async () => {
  const refusal = () => Response.json({ errors: [{ code: 'resource_not_found', message: 'gone' }] }, { status: 404 });
  const { client } = await world('sign_in', [inSignIn('unverified')], { 'GET /client/sign_ins/sia_1': refusal });
  const before = vi.getTimerCount();
  await expect(client.signIn.createEmailLinkFlow().startEmailLinkFlow(params)).rejects.toMatchObject({ status: 404 });
  expect(vi.getTimerCount()).toBe(before);
});

test('without an attempt nothing is sent', async () => {
  const { client, sent } = await withAttempt();
  await expect(client.signIn.createEmailLinkFlow().startEmailLinkFlow(params)).rejects.toThrow(/create\(\)/u);
  await expect(client.signUp.createEmailLinkFlow().startEmailLinkFlow(params)).rejects.toThrow(/create\(\)/u);
  expect(sent()).toEqual([]);
});
