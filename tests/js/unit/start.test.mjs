// The start that the first part makes alone, and what it hands to the second part (glue/start.js). Rust's part in it is stubbed here;
// tests/engine_start.rs has it.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const ENVIRONMENT = 'https://clerk.example.com/v1/environment?__clerk_api_version=1&_method=PATCH';
const CLIENT = 'https://clerk.example.com/v1/client?__clerk_api_version=1';
const URLS = [ENVIRONMENT, CLIENT];
const LIMIT = 7000;

let page;
let unhandled;
const note = error => unhandled.push(error);

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  [page, unhandled] = [new EventTarget(), []];
  for (const name of ['addEventListener', 'removeEventListener'])
    vi.stubGlobal(name, EventTarget.prototype[name].bind(page));
  process.on('unhandledRejection', note);
});

afterEach(async () => {
  await vi.advanceTimersByTimeAsync(0);
  process.off('unhandledRejection', note);
  delete globalThis[Symbol.for('clerk-wasm.begun')];
  vi.unstubAllGlobals();
  vi.useRealTimers();
  expect(unhandled).toEqual([]);
});

const json = (body, init) => Response.json(body, init);

/** A Clerk object whose Rust is `own`, and a Frontend API that gives `answers` by URL. */
async function world({ own: given, answers = {} } = {}) {
  const { start } = await import('../../../src/js/glue/start.js');
  const { OWN } = await import('../../../src/js/glue/hidden.js');
  const { newHooks } = await import('../../../src/js/glue/requests.js');
  const { loadsSecondBy } = await import('../../../src/js/glue/second_part.js');
  const { begun, send } = await import('../../../src/platform/browser/fetch.js');
  const fetch = vi.fn(async url => {
    const answer = url in answers ? answers[url] : json({ of: url });
    return typeof answer === 'function' ? answer() : answer;
  });
  vi.stubGlobal('fetch', fetch);
  let arrive;
  loadsSecondBy(
    () =>
      new Promise(resolve => {
        arrive = () => {
          resolve({ begin: () => ({ Clerk: own }) });
          return vi.advanceTimersByTimeAsync(0);
        };
      }),
    () => [],
  );
  const own = {
    beginStart: vi.fn(() => URLS),
    endStart: vi.fn(() => true),
    keepGoing: vi.fn(),
    load: vi.fn(async () => {}),
    ...given,
  };
  const hooks = newHooks();
  const clerk = { [OWN]: { hooks: () => hooks } };
  return {
    clerk,
    own,
    hooks,
    fetch,
    begun,
    send,
    load: options => start(clerk, own, options),
    /** The second part comes, as soon as the page is idle. */
    arrive: async () => {
      await vi.advanceTimersByTimeAsync(1000);
      await arrive();
    },
  };
}

/** The status or the failure of an answer that was handed over, and what it says. */
const taken = async sent => {
  try {
    const answer = await sent;
    return [answer.status, await answer.json()];
  } catch (error) {
    return String(error);
  }
};

/** What the second part was asked to load by: the options, and how long the first has waited, which may stand among them. */
const loadsOf = ({ mock }) =>
  mock.calls.map(([options, waited]) => {
    const { waitedMs = waited ?? 0, ...rest } = options ?? {};
    return [rest, waitedMs];
  });

test('a start makes two requests at once, and is over with their answers', async () => {
  const answers = { [CLIENT]: json({ is: 'client' }, { headers: { 'clerk-db-jwt': 'dvb_1' } }) };
  const { load, own, clerk, fetch, begun, arrive } = await world({ answers });
  const options = { touchSession: false };
  const loading = load(options);
  expect(own.beginStart).toHaveBeenCalledExactlyOnceWith(options);
  expect(fetch.mock.calls).toEqual([
    [
      ENVIRONMENT,
      expect.objectContaining({
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: undefined,
      }),
    ],
    [CLIENT, expect.objectContaining({ method: 'GET', credentials: 'include', headers: undefined, body: undefined })],
  ]);
  expect(await loading).toBeUndefined();
  expect(own.endStart).toHaveBeenCalledExactlyOnceWith({ of: ENVIRONMENT }, { is: 'client' }, 'dvb_1');
  for (const { mock } of [own.beginStart, own.endStart]) expect(mock.contexts).toEqual([clerk]);
  expect(own.keepGoing).not.toHaveBeenCalled();
  await arrive();
  expect(own.keepGoing).toHaveBeenCalledExactlyOnceWith(options, false);
  expect(own.keepGoing.mock.contexts).toEqual([clerk]);
  expect(own.load).not.toHaveBeenCalled();
  expect(begun().size).toBe(0);
  expect(fetch).toHaveBeenCalledTimes(2);
  // Nothing waits for the limit any more.
  expect(vi.getTimerCount()).toBe(0);
});

test('without a token in the answers there is none to take over', async () => {
  const { load, own } = await world();
  await load();
  expect(own.endStart).toHaveBeenCalledExactlyOnceWith({ of: ENVIRONMENT }, { of: CLIENT }, null);
});

test('calls that overlap share one start', async () => {
  const { load, own, fetch } = await world();
  await Promise.all([load(), load({ touchSession: false }), load({ signal: new AbortController().signal })]);
  expect([own.beginStart, own.endStart, fetch, own.load].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 2, 0]);
});

test.for([
  ['what is loaded is not loaded again', null, 0],
  ['a snapshot is enough to start from', true, 1],
])('%s', async ([, begins, goesOn]) => {
  const { load, own, fetch, arrive } = await world({ own: { beginStart: vi.fn(() => begins) } });
  await load({});
  expect([fetch, own.load, own.endStart].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
  if (goesOn) await arrive();
  expect(own.keepGoing).toHaveBeenCalledTimes(goesOn);
});

test('where there is more to a start, the second part makes it', async () => {
  const { load, own, fetch } = await world({ own: { beginStart: () => undefined } });
  const options = { isSatellite: true };
  await load(options);
  expect(loadsOf(own.load)).toEqual([[options, 0]]);
  expect(fetch).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5000);
  expect(own.keepGoing).not.toHaveBeenCalled();
});

const offline = () => Promise.reject(new TypeError('no network'));

test.for([
  ['a status of 500', { [CLIENT]: () => json({ errors: [] }, { status: 500 }) }],
  ['a status of 204', { [ENVIRONMENT]: () => new Response(null, { status: 204 }) }],
  ['a client that is no JSON', { [CLIENT]: () => new Response('<html>') }],
  ['an environment that is no JSON', { [ENVIRONMENT]: () => new Response('<html>') }],
  ['an answer that is nothing to start from', {}, () => false],
  [
    'an answer that nobody can take over',
    {},
    () => {
      throw new Error('no');
    },
  ],
  ['a request that fails', { [ENVIRONMENT]: offline }],
  ['no network', { [ENVIRONMENT]: offline, [CLIENT]: offline }],
  ['no Response', { [CLIENT]: () => ({ status: 200 }) }],
])('after %s the second part goes on with what was answered', async ([, answers, endStart = () => true]) => {
  const options = {};
  let seen;
  const load = vi.fn(async () => {
    // Rust sends the same requests again.
    expect([...all.begun().keys()]).toEqual(URLS);
    seen = await Promise.all(URLS.map(url => taken(all.send(url, true, true, undefined, true))));
    expect(all.begun().size).toBe(0);
  });
  const all = await world({ answers, own: { load, endStart } });
  await all.load(options);
  expect(loadsOf(load)).toEqual([[options, 0]]);
  expect(load.mock.contexts).toEqual([all.clerk]);
  expect(all.fetch).toHaveBeenCalledTimes(2);
  // What requests of its own would have got.
  const wanted = URLS.map(url => taken(all.send(url, true, true, undefined, true)));
  expect(seen).toEqual(await Promise.all(wanted));
  await vi.advanceTimersByTimeAsync(LIMIT);
  expect(all.own.keepGoing).not.toHaveBeenCalled();
});

test.for([
  ['a client that is refused', CLIENT, ENVIRONMENT, json.bind(null, { errors: [] }, { status: 500 })],
  ['an environment that is no JSON', ENVIRONMENT, CLIENT, () => new Response('<html>')],
  ['a request that fails', CLIENT, ENVIRONMENT, offline],
])('after %s the second part does not wait for the other answer', async ([, bad, good, answer]) => {
  const slow = () => new Promise(resolve => setTimeout(resolve, 3000, json({ is: 'slow' })));
  let seen;
  const load = vi.fn(async () => {
    seen = await taken(all.send(good, true, true, undefined, true));
  });
  const all = await world({ answers: { [bad]: answer, [good]: slow }, own: { load } });
  const loading = all.load();
  await vi.advanceTimersByTimeAsync(0);
  expect(loadsOf(load)).toEqual([[{}, 0]]);
  await vi.advanceTimersByTimeAsync(3000);
  await loading;
  expect(seen).toEqual([200, { is: 'slow' }]);
  expect(all.fetch).toHaveBeenCalledTimes(2);
});

test('how long the answers have taken is told to the second part', async () => {
  const slow = () => new Promise(resolve => setTimeout(resolve, 3000, json({}, { status: 503 })));
  const { load, own } = await world({ answers: { [CLIENT]: slow } });
  const loading = load();
  await vi.advanceTimersByTimeAsync(3000);
  await loading;
  expect(loadsOf(own.load)).toEqual([[{}, 3000]]);
});

test('what takes longer than seven seconds is waited for by the second part', async () => {
  const slow = () => new Promise(resolve => setTimeout(resolve, 9000, json({ is: 'late' })));
  let seen;
  const load = vi.fn(async () => {
    seen = await taken(all.send(CLIENT, false, false, undefined, true));
  });
  const all = await world({ answers: { [CLIENT]: slow }, own: { load } });
  const loading = all.load();
  await vi.advanceTimersByTimeAsync(LIMIT - 1);
  expect(load).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(loadsOf(load)).toEqual([[{}, LIMIT]]);
  await vi.advanceTimersByTimeAsync(2000);
  await loading;
  expect(seen).toEqual([200, { is: 'late' }]);
  expect(all.own.endStart).not.toHaveBeenCalled();
  expect(all.fetch).toHaveBeenCalledTimes(2);
});

test('a body that does not come within seven seconds is waited for by the second part, too', async () => {
  const body = { status: 200, headers: new Headers(), json: () => new Promise(() => {}) };
  const { load, own, begun, fetch } = await world({ answers: { [ENVIRONMENT]: body } });
  const loading = load();
  await vi.advanceTimersByTimeAsync(LIMIT - 1);
  expect(own.load).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await loading;
  expect(loadsOf(own.load)).toEqual([[{}, LIMIT]]);
  expect(own.endStart).not.toHaveBeenCalled();
  expect(fetch).toHaveBeenCalledTimes(2);
  // What it did not take is left to nobody.
  expect(begun().size).toBe(0);
});

test('a signal ends requests, so that the second part makes them', async () => {
  const { load, own, fetch } = await world();
  const options = { signal: new AbortController().signal };
  await load(options);
  expect(loadsOf(own.load)).toEqual([[options, 0]]);
  expect([own.beginStart, fetch].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
});

test.for([
  ['a hook before requests', ({ before }) => before.push(() => {})],
  ['a hook after answers', ({ after }) => after.push(() => {})],
  ["the page's own hook before requests", () => vi.stubGlobal('__internal_onBeforeRequest', () => {})],
  ["the page's own hook after answers", () => vi.stubGlobal('__internal_onAfterResponse', () => {})],
])('with %s no request is made past it', async ([, watch]) => {
  const { load, own, hooks, fetch } = await world();
  watch(hooks);
  await load({});
  expect(loadsOf(own.load)).toEqual([[{}, 0]]);
  expect([own.beginStart, fetch].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
});

test.for([
  ['nothing', [], false],
  ['a focus', ['focus'], true],
  ['another event', ['blur'], false],
  ['a focus that ends', ['focus', 'blur'], true],
])('%s between the start and the second part is told to it', async ([, happens, isFocused]) => {
  const { load, own, arrive } = await world();
  await load();
  for (const what of happens) page.dispatchEvent(new Event(what));
  await arrive();
  expect(own.keepGoing).toHaveBeenCalledExactlyOnceWith(undefined, isFocused);
});

test('options that cannot be read reject, and a later load works', async () => {
  const beginStart = vi.fn(() => URLS);
  beginStart.mockImplementationOnce(() => {
    throw new TypeError('clerk.load() takes options.');
  });
  const { load, own, fetch } = await world({ own: { beginStart } });
  const calls = [load(5), load()];
  for (const call of calls) await expect(call).rejects.toThrow('clerk.load() takes options.');
  expect([fetch, own.load].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  await load();
  expect([fetch, own.endStart].map(({ mock }) => mock.calls.length)).toEqual([2, 1]);
});

test('a load that the second part refuses rejects, and a later one asks again', async () => {
  const answers = { [CLIENT]: () => json({ errors: [] }, { status: 403 }) };
  const load = vi.fn(async () => {
    for (const url of URLS) await all.send(url, false, false, undefined, true);
    throw new Error('refused');
  });
  const all = await world({ answers, own: { load } });
  await expect(all.load()).rejects.toThrow('refused');
  answers[CLIENT] = () => json({});
  await all.load();
  expect([all.fetch, load, all.own.endStart].map(({ mock }) => mock.calls.length)).toEqual([4, 1, 1]);
});

test('the second part goes on before the calls that are made as soon as the page has loaded', async () => {
  const order = [];
  const Clerk = { keepGoing: () => order.push('goes on'), signOut: () => order.push('signs out') };
  const { load, clerk, arrive } = await world({ own: Clerk });
  const { addSecond } = await import('../../../src/js/glue/second_part.js');
  class Page {}
  addSecond(Page, 'Clerk', 'keepGoing signOut');
  await load();
  void Page.prototype.signOut.call(clerk);
  await arrive();
  expect(order).toEqual(['goes on', 'signs out']);
});
