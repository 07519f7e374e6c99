// Two tabs of one site: one of them asks for tokens at a time, what it mints saves the other a request, and the one in front has the cookie.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ada, grace } from './language.mjs';
import { openArena } from './lib/arena.mjs';
import { claims, locks, lookAt, openTabs } from './lib/tabs.mjs';
import { MIRRORED, NEWER, OURS } from './lib/versions.mjs';

/** A busy machine is no reason to fail. */
const LIMIT_MS = 180_000;
const HEARD_MS = 300;
/** A tab in front looks at its token every 1.5 s. */
const LOOK_MS = 1500;
const LOCK = 'clerk.lock.refreshSessionToken';

let arena;
let tabs;
beforeAll(async () => (arena = await openArena('tabs')), LIMIT_MS);
afterAll(() => arena.close(), LIMIT_MS);
afterEach(() => tabs.close(), LIMIT_MS);

const getToken = (...args) => ({ call: 'session.getToken', args });
const clearCache = { call: 'session.clearCache' };

async function open(clients, users) {
  tabs = await openTabs(arena, users);
  const opened = [];
  for (const client of clients) opened.push(await tabs.open(client));
  return opened;
}

/** The next requests for a token, so many of them, are answered so much later. */
const delayTokens = (delay_ms, times) =>
  arena.emulator.control('POST faults', { path: '/v1/client/sessions/*/tokens', delay_ms, times });
const soon = { timeout: 60_000, interval: 20 };

const BESIDE = [
  [MIRRORED, OURS],
  [OURS, MIRRORED],
  [NEWER, OURS],
  [OURS, NEWER],
];
const PAIRS = [[OURS, OURS], ...BESIDE];

describe.each(BESIDE)('%s mints, %s hears', (minter, hearer) => {
  test('a new token', { timeout: LIMIT_MS }, async () => {
    const [one, other] = await open([minter, hearer]);
    // Of the next second, so that it is fresher than what came with the session.
    await arena.emulator.control('POST clock', { advance_ms: 2000 });
    const { outcome: minted } = await one.step(getToken({ skipCache: true }));
    expect(one.minting).toHaveLength(1);
    // What one tab says reaches the other some time later.
    await expect.poll(async () => (await other.step(getToken())).outcome.value, soon).toBe(minted.value);
    expect(other.minting).toEqual([]);
  });
});

describe.each(PAIRS)('%s is first, %s is next', (first, next) => {
  test('while one asks for its token the other waits, and takes over when that tab is closed', {
    timeout: LIMIT_MS,
  }, async () => {
    const [one, other] = await open([first, next]);
    const before = await tabs.cookie('__session');
    await arena.emulator.control('POST clock', { advance_ms: 2000 });
    await delayTokens(LIMIT_MS, 1);
    await one.step(clearCache);
    await expect.poll(() => one.minting.length, soon).toBe(1);
    await other.step(clearCache);
    await expect.poll(() => locks(other), soon).toEqual({ held: [LOCK], pending: [LOCK] });
    await other.page.waitForTimeout(HEARD_MS);
    expect(other.minting).toEqual([]);
    await one.close();
    await expect.poll(() => other.minting.length, soon).toBe(1);
    await expect.poll(() => tabs.cookie('__session'), soon).not.toBe(before);
    const { outcome } = await other.step(getToken());
    expect(await tabs.cookie('__session')).toBe(outcome.value);
    expect(other.minting).toHaveLength(1);
  });
});

describe.each(PAIRS)('%s and %s', (first, second) => {
  test('the cookie is written by the tab in front', { timeout: LIMIT_MS }, async () => {
    const [one, other] = await open([first, second], [ada, grace]);
    const [own, others] = (await one.step({ get: 'client.sessions' })).outcome.value.map(({ id }) => id);
    const shown = async () => claims(await tabs.cookie('__session')).sid;
    await lookAt(one, [other]);
    await one.step({ call: 'setActive', args: [{ session: own }] });
    await expect.poll(shown, soon).toBe(own);
    await lookAt(other, [one]);
    await other.step({ call: 'setActive', args: [{ session: others }] });
    await expect.poll(shown, soon).toBe(others);
    await lookAt(one, [other]);
    await expect.poll(shown, soon).toBe(own);
    await arena.emulator.control('POST clock', { advance_ms: 2000 });
    const { outcome, cookieWrites } = await other.step(getToken({ skipCache: true }));
    expect(claims(outcome.value).sid).toBe(others);
    expect(cookieWrites).toEqual({});
    expect(await shown()).toBe(own);
    await lookAt(other, [one]);
    await expect.poll(shown, soon).toBe(others);
    // The focus touches the session, and its answer may bring a token that is newer still.
    expect(claims(await tabs.cookie('__session')).iat).toBeGreaterThanOrEqual(claims(outcome.value).iat);
  });
});

describe.each(PAIRS)('%s ends the session, %s looks', (first, second) => {
  test('and finds that nobody is signed in any more', { timeout: LIMIT_MS }, async () => {
    const [one, other] = await open([first, second]);
    await one.step({ call: 'session.end' });
    await other.step(clearCache);
    const id = async () => (await other.step({ get: 'session' })).outcome.value;
    await expect.poll(id, soon).toBe(null);
    expect(other.minting).toHaveLength(1);
    expect(await tabs.cookie('__session')).toBe(undefined);
  });
});

describe.each(PAIRS)('%s signs out, %s hears', (first, second) => {
  test('and asks once whether its session is still there', { timeout: LIMIT_MS }, async () => {
    const [one, other] = await open([first, second]);
    const asked = [];
    other.page.on('request', request => /\/v1\/client\?/u.test(request.url()) && asked.push(request.method()));
    await one.step({ call: 'signOut', args: [{ $function: 'out' }] });
    const id = async () => (await other.step({ get: 'session' })).outcome.value;
    await expect.poll(id, soon).toBe(null);
    expect(asked).toEqual(['GET']);
    expect(await tabs.cookie('__session')).toBe(undefined);
  });
});

test('a token that is cached is given a thousand times without a cookie written', { timeout: LIMIT_MS }, async () => {
  const [tab] = await open([OURS]);
  const { cookieWrites: first } = await tab.step(getToken({ skipCache: true }));
  expect(first).toMatchObject({ __session: 1 });
  for (const args of [[], [{}]]) {
    const { outcome, cookieWrites } = await tab.step({ together: Array(500).fill(getToken(...args)) });
    expect(new Set(outcome.value)).toEqual(new Set([await tabs.cookie('__session')]));
    expect(cookieWrites).toEqual({});
  }
  // The poller has looked at it meanwhile.
  await tab.page.waitForTimeout(LOOK_MS + HEARD_MS);
  expect((await tab.step(getToken())).cookieWrites).toEqual({});
  expect(tab.minting).toHaveLength(1);
});
