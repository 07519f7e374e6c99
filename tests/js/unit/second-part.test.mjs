// How calls wait for the second part of the package, and how it is asked for again (glue/second_part.js).

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tools } from '../../../src/js/glue/lazy.js';

/** When what was done has had its consequences. */
const settled = _done => vi.advanceTimersByTimeAsync(0);

let page;
let unhandled;
const note = error => unhandled.push(error);

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  page = new EventTarget();
  for (const name of ['addEventListener', 'removeEventListener'])
    vi.stubGlobal(name, vi.fn(EventTarget.prototype[name].bind(page)));
  unhandled = [];
  process.on('unhandledRejection', note);
});

afterEach(() => {
  process.off('unhandledRejection', note);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A page whose second part comes when `arrive` is called, or does not by `fail`: once for each time that it is asked for. */
async function world(begin = () => ({})) {
  const glue = await import('../../../src/js/glue/second_part.js');
  const asked = [];
  const get = vi.fn(() => new Promise((arrive, fail) => asked.push({ arrive: () => arrive({ begin }), fail })));
  glue.loadsSecondBy(get, () => ['build', 'wasm']);
  return {
    ...glue,
    get,
    arrive: () => settled(asked.at(-1).arrive()),
    fail: error => settled(asked.at(-1).fail(error)),
  };
}

/** Whether all that the page hears of is heard of no more. */
const hearsNothing = () => addEventListener.mock.calls.length === removeEventListener.mock.calls.length;

test('the part is asked for once, with what it is given of the first', async () => {
  const begin = vi.fn(() => ({}));
  const { withSecond, get, arrive } = await world(begin);
  expect(get).not.toHaveBeenCalled();
  const calls = [withSecond(() => 1), withSecond(() => 2)];
  await arrive();
  expect(await Promise.all(calls)).toEqual([1, 2]);
  await withSecond(() => 3);
  expect(get).toHaveBeenCalledOnce();
  expect(begin).toHaveBeenCalledExactlyOnceWith(expect.any(Object), 'build', 'wasm');
  expect(Object.keys(begin.mock.calls[0][0])).toEqual(Object.keys(tools));
});

test('calls wait in the order in which they were made, and those that are made meanwhile come last', async () => {
  const order = [];
  const { withSecond, arrive } = await world(() => ({ say: text => order.push(text) }));
  const first = withSecond(({ say }) => {
    say('first');
    // Here, but not before those that wait.
    void withSecond(({ say }) => {
      say('from within the first');
      void withSecond(({ say }) => say('from within that'));
    });
    say('end of the first');
  });
  void first.then(() => order.push('the first is answered'));
  void withSecond(({ say }) => say('second'));
  void withSecond(({ say }) => say('third'));
  expect(order).toEqual([]);
  await arrive();
  expect(order).toEqual([
    'first',
    'end of the first',
    'second',
    'third',
    'from within the first',
    'from within that',
    'the first is answered',
  ]);
});

test('with the part here a call runs at once, and gives what it gives', async () => {
  const methods = {};
  const { withSecond, arrive } = await world(() => methods);
  void withSecond(() => {});
  await arrive();
  const run = vi.fn(() => 'at once');
  expect(withSecond(run)).toBe('at once');
  expect(run).toHaveBeenCalledExactlyOnceWith(methods);
  expect(() =>
    withSecond(() => {
      throw new RangeError('no');
    }),
  ).toThrow(RangeError);
});

test('a call that throws or rejects does so for its caller alone', async () => {
  const { withSecond, arrive } = await world();
  const thrown = withSecond(() => {
    throw new RangeError('thrown');
  });
  const rejected = withSecond(async () => {
    throw new RangeError('rejected');
  });
  const kept = withSecond(async () => 'kept');
  const seen = Promise.allSettled([thrown, rejected, kept]);
  await arrive();
  expect((await seen).map(({ value, reason }) => value ?? reason.message)).toEqual(['thrown', 'rejected', 'kept']);
});

test.for(['the import', 'its start'])(
  'where %s fails, all that wait reject, and the next call asks again',
  async what => {
    const cause = new TypeError('no network');
    let isBroken = true;
    const begin = () => {
      if (isBroken && what === 'its start') throw cause;
      return {};
    };
    const { withSecond, get, arrive, fail } = await world(begin);
    const run = vi.fn();
    const seen = Promise.allSettled([withSecond(run), withSecond(run)]);
    await (what === 'its start' ? arrive() : fail(cause));
    for (const { reason } of await seen) {
      expect(reason).toMatchObject({ name: 'ClerkRuntimeError', code: 'second_part_unavailable', cause });
      expect(reason.message).toMatch(/^Clerk: second\.js, a file of clerk-wasm, could not be loaded/u);
    }
    expect(run).not.toHaveBeenCalled();
    isBroken = false;
    const next = withSecond(() => 'loaded');
    expect(get).toHaveBeenCalledTimes(2);
    await arrive();
    expect(await next).toBe('loaded');
  },
);

test('what nobody waits for runs when the page is idle', async () => {
  const { onceSecondIsHere, withSecond, get, arrive } = await world(() => ({ name: 'methods' }));
  const idle = vi.fn(() => 1);
  vi.stubGlobal('requestIdleCallback', idle);
  const run = vi.fn();
  void onceSecondIsHere(run);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(get).not.toHaveBeenCalled();
  const [[act, { timeout }]] = idle.mock.calls;
  expect(timeout).toBe(1000);
  act();
  await arrive();
  expect(run).toHaveBeenCalledExactlyOnceWith({ name: 'methods' });
  // By now it is here.
  void onceSecondIsHere(run);
  expect(run).toHaveBeenCalledTimes(2);
  expect(withSecond(() => 'here')).toBe('here');
  await vi.advanceTimersByTimeAsync(200_000);
  expect(idle).toHaveBeenCalledTimes(1);
});

test('it is asked for again after a pause that doubles, up to the longest', async () => {
  const { onceSecondIsHere, get, arrive, fail } = await world();
  const run = vi.fn();
  void onceSecondIsHere(run);
  await settled();
  expect(get).toHaveBeenCalledTimes(1);
  for (const [count, pause] of [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000].entries()) {
    await fail(new TypeError('no network'));
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(get).toHaveBeenCalledTimes(count + 1);
    // And one more until the page is idle.
    await vi.advanceTimersByTimeAsync(2);
    expect(get).toHaveBeenCalledTimes(count + 2);
  }
  expect(run).not.toHaveBeenCalled();
  await arrive();
  expect(run).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(200_000);
  expect([run.mock.calls.length, get.mock.calls.length, vi.getTimerCount()]).toEqual([1, 10, 0]);
  expect(hearsNothing()).toBe(true);
  expect(unhandled).toEqual([]);
});

test('and at once when the network returns, but once', async () => {
  const { onceSecondIsHere, get, arrive, fail } = await world();
  const run = vi.fn();
  void onceSecondIsHere(run);
  await settled();
  page.dispatchEvent(new Event('online'));
  await settled();
  expect(get).toHaveBeenCalledTimes(1);
  await fail(new TypeError('no network'));
  page.dispatchEvent(new Event('online'));
  page.dispatchEvent(new Event('online'));
  await settled();
  expect(get).toHaveBeenCalledTimes(2);
  // Nothing is left of the pause that has ended early.
  await vi.advanceTimersByTimeAsync(5000);
  expect(get).toHaveBeenCalledTimes(2);
  await arrive();
  expect(run).toHaveBeenCalledOnce();
  page.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(run).toHaveBeenCalledOnce();
  expect(hearsNothing()).toBe(true);
  expect(unhandled).toEqual([]);
});

test('a call that comes before the page is idle has what nobody waits for done before it', async () => {
  const order = [];
  const { onceSecondIsHere, withSecond, get, arrive } = await world();
  void onceSecondIsHere(() => order.push('nobody waits'));
  void withSecond(() => order.push('somebody waits'));
  await settled();
  await arrive();
  expect(order).toEqual(['nobody waits', 'somebody waits']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(get).toHaveBeenCalledOnce();
});

test('and so has one that comes in the pause after the part could not be loaded', async () => {
  const order = [];
  const { onceSecondIsHere, withSecond, get, arrive, fail } = await world();
  void onceSecondIsHere(() => order.push('nobody waits'));
  const failed = withSecond(() => {});
  const next = expect(failed)
    .rejects.toThrow('could not be loaded')
    .then(() => {
      void withSecond(() => order.push('somebody waits'));
    });
  await fail(new TypeError('no network'));
  await next;
  expect(get).toHaveBeenCalledTimes(2);
  await arrive();
  expect(order).toEqual(['nobody waits', 'somebody waits']);
  await vi.advanceTimersByTimeAsync(200_000);
  expect(get).toHaveBeenCalledTimes(2);
  expect(hearsNothing()).toBe(true);
});

test.for([
  [
    'thrown',
    error => {
      throw error;
    },
  ],
  ['rejected', error => Promise.reject(error)],
])('what it has %s is told to the page, and not tried again', async ([, act]) => {
  const { onceSecondIsHere, get, arrive } = await world();
  const error = new RangeError('broken');
  const run = vi.fn(() => act(error));
  void onceSecondIsHere(run);
  await settled();
  await arrive();
  await vi.advanceTimersByTimeAsync(200_000);
  await vi.waitFor(() => expect(unhandled).toEqual([error]));
  expect([run.mock.calls.length, get.mock.calls.length]).toEqual([1, 1]);
});

test('without a page there is no event to wait for', async () => {
  vi.stubGlobal('addEventListener', undefined);
  vi.stubGlobal('removeEventListener', undefined);
  const { onceSecondIsHere, arrive, fail } = await world();
  const run = vi.fn();
  void onceSecondIsHere(run);
  await settled();
  await fail(new TypeError('no network'));
  await vi.advanceTimersByTimeAsync(1001);
  await arrive();
  expect(run).toHaveBeenCalledOnce();
});

test('a class gets methods that call the second part with what they were given', async () => {
  class Thing {
    name = 'one';
  }
  const { addSecond, arrive } = await world(() => ({
    Thing: {
      say(...given) {
        return [this.name, ...given];
      },
      ask() {
        throw new RangeError('asked');
      },
    },
  }));
  addSecond(Thing, 'Thing', 'say ask');
  const thing = new Thing();
  const first = thing.say(1, 2);
  const asked = expect(thing.ask()).rejects.toThrow('asked');
  expect(first).toBeInstanceOf(Promise);
  await arrive();
  expect(await first).toEqual(['one', 1, 2]);
  await asked;
  expect(thing.say(3)).toEqual(['one', 3]);
});

test('what was collected is freed when the part is here, and stays where it cannot be', async () => {
  /** A registry whose objects are collected when the test says so. */
  let registry;
  class Registry {
    constructor(collected) {
      this.collected = collected;
      registry = this;
    }
    register() {}
  }
  vi.stubGlobal('FinalizationRegistry', Registry);
  const frees = { thing_free: vi.fn() };
  const { freed, arrive, fail } = await world(() => ({ frees }));
  freed('thing_free').register({}, 8);
  registry.collected(8);
  await fail(new TypeError('no network'));
  registry.collected(16);
  await arrive();
  registry.collected(24);
  await vi.waitFor(() => expect(frees.thing_free.mock.calls).toEqual([[16], [24]]));
});

test('where no engine tells of what was collected, or it fails, nothing is freed', async () => {
  const throws = () => {
    throw new Error('no');
  };
  for (const registry of [
    undefined,
    throws,
    class {},
    class {
      register = throws;
    },
  ]) {
    vi.stubGlobal('FinalizationRegistry', registry);
    const { freed } = await world(() => ({}));
    expect(freed('thing_free').register({}, 8)).toBeUndefined();
  }
});
