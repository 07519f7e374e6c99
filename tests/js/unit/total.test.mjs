// The snippets that Rust calls never throw, and give a value of their own kind: an exception may not pass through WebAssembly.

import { afterEach, describe, expect, test, vi } from 'vitest';
import { decodeBase64 } from '../../../src/encoding/base64/browser.js';
import { camelCased, deepCamelCased } from '../../../src/js/glue/camel.js';
import { organizationOf, urlText, userOf } from '../../../src/js/glue/current.js';
import { changed, watch } from '../../../src/js/glue/epoch.js';
import { isClerkAPIResponseError } from '../../../src/js/glue/errors.js';
import { plain } from '../../../src/js/glue/given.js';
import { tools } from '../../../src/js/glue/lazy.js';
import { held, weak } from '../../../src/js/glue/weak.js';
import { apiResponseError, runtimeError } from '../../../src/js/second/glue/errors.js';
import { receive } from '../../../src/js/second/glue/first.js';
import * as json from '../../../src/json/browser.js';
import * as cookies from '../../../src/platform/browser/cookies.js';
import { end, formOf, send } from '../../../src/platform/browser/fetch.js';
import * as page from '../../../src/platform/browser/page.js';
import { lock, openChannel } from '../../../src/platform/browser/tabs.js';
import { aborted, isSignal, reasonOf, sleep, wake } from '../../../src/platform/browser/timers.js';
import { closed, closedInstance, getter, mine, odd, unreadable } from '../package/lib/hostile.mjs';

const values = Object.entries({ ...unreadable, ...odd });
const throws = () => {
  throw mine;
};

afterEach(() => vi.unstubAllGlobals());

describe('JSON', () => {
  test.for(values)('of %s', ([, make]) => {
    const value = make();
    for (const key of ['any', 'then', 'toString', '__proto__', 0]) expect(() => json.get(value, key)).not.toThrow();
    expect(json.copy(value)).toBeTypeOf('object');
    expect(json.keys(value).every(key => typeof key === 'string')).toBe(true);
    expect(Object.getPrototypeOf(json.items(value))).toBe(Array.prototype);
    expect(json.placeOf(value, 'id', 0)).toBe(-1);
    expect(() => json.at(value, 0)).not.toThrow();
    for (const is of [json.isArray, json.isObject]) expect(is(value)).toBeTypeOf('boolean');
    for (const text of [json.stringify, json.field]) expect(text(value)).toBeTypeOf('string');
  });

  test('what cannot be read is absent, and the rest is there', () => {
    const value = { ...{ a: 1 }, b: 2 };
    Object.defineProperty(value, 'c', { get: throws, enumerable: true });
    expect(json.copy(value)).toEqual({ a: 1, b: 2, c: undefined });
    expect(json.get(value, 'c')).toBe(undefined);
    expect(json.items([1, getter('id'), 3])).toHaveLength(3);
    expect(json.placeOf([getter('id'), { id: 'a' }], 'a', 0)).toBe(1);
  });

  test('a key __proto__ is a key like any other', () => {
    const value = JSON.parse('{"__proto__":{"id":"evil"}}');
    const copied = json.copy(value);
    json.put(copied, '__proto__', { id: 'worse' });
    for (const one of [json.copy(value), copied, plain(value), deepCamelCased({ a: value }).a]) {
      expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
      expect(one.id).toBe(undefined);
    }
    expect(JSON.stringify(copied)).toBe('{"__proto__":{"id":"worse"}}');
  });

  test('texts are written as before', () => {
    expect([1n, Symbol('a'), undefined, { a: [1, null] }, NaN].map(json.stringify)).toEqual([
      '1',
      '',
      '',
      '{"a":[1,null]}',
      'null',
    ]);
    expect(json.stringify(odd['a cycle']())).toBe('[object Object]');
    expect(json.field('x')).toBe('x');
  });
});

describe('a copy of what a caller gives', () => {
  test.for(Object.entries(unreadable))('%s throws', ([name, make]) => {
    if (name.includes('revoked')) expect(() => plain(make())).toThrow(TypeError);
    else expect(() => plain(make())).toThrow(mine);
  });

  test('has what is JSON anew, and everything else as it is', () => {
    class Own {}
    const same = [
      new Own(),
      new Date(0),
      new FormData(),
      new AbortController().signal,
      () => {},
      Symbol('a'),
      1n,
      /x/u,
    ];
    const given = { a: { b: [1, { c: 'x' }, undefined] }, same, none: null, bare: Object.create(null) };
    const copy = plain(given);
    expect(copy).toEqual(given);
    expect(Object.keys(copy)).toEqual(Object.keys(given));
    expect(copy.a).not.toBe(given.a);
    expect(copy.a.b[1]).not.toBe(given.a.b[1]);
    copy.same.forEach((one, place) => expect(one).toBe(same[place]));
    expect(plain(undefined)).toBe(undefined);
    expect(plain(Object.assign([1], { length: 3 }))).toHaveLength(3);
  });

  test('each property is read once', () => {
    let reads = 0;
    const copy = plain({
      get any() {
        return ++reads;
      },
    });
    expect([copy.any, copy.any, reads]).toEqual([1, 1, 1]);
  });

  test('cycles are cycles in it, and depth takes no stack', () => {
    const one = { list: [] };
    one.list.push(one);
    const copy = plain(one);
    expect(copy.list[0]).toBe(copy);
    const deep = JSON.parse('[{"a_b":'.repeat(50_000) + '1' + '}]'.repeat(50_000));
    expect(plain(deep)[0].a_b[0]).toBeTypeOf('object');
    expect(deepCamelCased(deep)[0].aB[0]).toBeTypeOf('object');
  });
});

describe('what belongs to a session', () => {
  test.for(values)('of %s', ([, make]) => {
    const value = make();
    for (const session of [value, { user: value }, { user: { organizationMemberships: value } }]) {
      expect(() => [userOf(session), organizationOf(session)]).not.toThrow();
    }
    expect(() => organizationOf({ user: { organizationMemberships: [value] } })).not.toThrow();
  });

  test('nobody is null, and not known is undefined', () => {
    expect([null, undefined].map(userOf)).toEqual([null, undefined]);
    expect([null, undefined].map(organizationOf)).toEqual([null, undefined]);
    const organization = { id: 'org_1' };
    const user = { organizationMemberships: [{ organization: null }, { organization }] };
    expect(organizationOf({ lastActiveOrganizationId: 'org_1', user })).toBe(organization);
    expect(organizationOf({ lastActiveOrganizationId: null, user })).toBe(null);
  });
});

test.for(values)('errors, links and keys of %s', ([, make]) => {
  receive(tools);
  const value = make();
  const error = apiResponseError('text', [value, { code: value, meta: value }], 422, undefined, undefined);
  expect(error.errors).toHaveLength(2);
  expect(runtimeError('text', 'code').code).toBe('code');
  expect(isClerkAPIResponseError(value)).toBe(false);
  expect(() => camelCased(value)).not.toThrow();
  expect(['string', 'undefined']).toContain(typeof urlText(value));
  expect(decodeBase64(value)).toBe(undefined);
});

test('whoever watches and throws keeps nobody from looking', async () => {
  const reported = [];
  const report = reason => reported.push(reason);
  process.on('unhandledRejection', report);
  const looks = [];
  const ends = [watch(throws), watch(() => looks.push(1))];
  changed();
  await new Promise(resolve => setTimeout(resolve));
  for (const end of ends) end();
  process.off('unhandledRejection', report);
  expect([looks, reported]).toEqual([[1], [mine]]);
});

test('without weak references an object is kept', () => {
  const object = {};
  expect(held(weak(object))).toBe(object);
  vi.stubGlobal('WeakRef', undefined);
  expect(held(weak(object))).toBe(object);
});

describe('a page that throws', () => {
  const everythingThrows = () => {
    // No page can put anything in the place of its `window`.
    const all = { window: globalThis, top: closed(), document: closed(), location: closed(), history: closed() };
    const more = { navigator: closed(), localStorage: closed(), addEventListener: throws };
    for (const [name, value] of Object.entries({ ...all, ...more })) vi.stubGlobal(name, value);
  };

  test('says what is usual', () => {
    everythingThrows();
    expect([page.href(), page.origin(), page.language(), page.stored('a')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([page.queryParameter('a'), page.takeQueryParameter('a')]).toEqual([undefined, undefined]);
    expect([page.isOnline(), page.tabState(), page.isInFront()]).toEqual([true, 0, true]);
    expect(page.navigate('https://example.com/')).toBe(true);
    expect([page.resolveUrl('//'), page.withQueryParameter('//', 'a', 'b')]).toEqual([undefined, undefined]);
    expect(cookies.cookie('a')).toBe(undefined);
    for (const act of [
      () => page.onReturn(() => {}),
      () => page.onFocus(() => {}),
      () => page.store('a', { b: 1 }, 'c'),
      () => cookies.writeCookie('a', 'b', true, true),
      () => cookies.writeVisitCookie('a', 'b'),
    ])
      expect(act).not.toThrow();
  });

  test('without hasFocus() counts as focused, and with an odd onLine as online', () => {
    everythingThrows();
    vi.stubGlobal('document', { visibilityState: 'hidden' });
    vi.stubGlobal('navigator', { onLine: 'x', language: {} });
    vi.stubGlobal('location', { href: 5, origin: {} });
    expect([page.tabState(), page.isOnline()]).toEqual([0, true]);
    expect([page.language(), page.href(), page.origin()]).toEqual([undefined, undefined, undefined]);
  });
});

describe('other tabs', () => {
  test('nobody hears where a channel is refused', () => {
    for (const BroadcastChannel of [undefined, throws, closed()]) {
      vi.stubGlobal('BroadcastChannel', BroadcastChannel);
      expect(openChannel('a', () => {})).toBe(undefined);
    }
    vi.stubGlobal('BroadcastChannel', class {});
    expect(openChannel('a', () => {})('x')).toBe(undefined);
  });

  test.for([
    ['no navigator', undefined],
    ['no locks', {}],
    ['locks that throw', { locks: { request: throws } }],
    ['locks that are refused', { locks: { request: async () => throws() } }],
    ['locks that give nothing', { locks: { request: (_name, _options, turn) => void turn() } }],
    ['a navigator that throws', closed()],
  ])('with %s everybody has a turn', async ([, navigator]) => {
    vi.stubGlobal('navigator', navigator);
    expect(await lock('a', 1000)).toBeTypeOf('function');
  });

  test('a turn that does not come in time is none, and is left to the next one when it comes', async () => {
    for (const AbortController of [globalThis.AbortController, undefined]) {
      let begin;
      const request = vi.fn((_name, _options, turn) => new Promise(resolve => (begin = () => resolve(turn()))));
      vi.stubGlobal('navigator', { locks: { request } });
      vi.stubGlobal('AbortController', AbortController);
      expect(await lock('a', 5)).toBe(undefined);
      begin();
      await request.mock.results[0].value;
    }
  });
});

describe('time', () => {
  test('a wait without events is a wait', async () => {
    vi.stubGlobal('addEventListener', throws);
    vi.stubGlobal('removeEventListener', throws);
    await sleep(1, true);
    const waiting = sleep(60_000, true);
    wake(waiting);
    await waiting;
  });

  test.for(values)('%s is no signal', ([, make]) => {
    const value = make();
    expect(isSignal(value)).toBe(false);
    expect(() => wake(aborted(value))).not.toThrow();
    expect(reasonOf(value)).toBeDefined();
  });

  test('a signal is one, of whatever class', async () => {
    const own = { aborted: true, reason: 'x', addEventListener() {} };
    expect([isSignal(own), reasonOf(own)]).toEqual([true, 'x']);
    expect(reasonOf({}).name).toBe('AbortError');
    await aborted(own);
  });
});

describe('a file', () => {
  test.for(values)('%s is none', ([, make]) => expect(formOf(make())).toBeUndefined());

  test('goes out as a form, and a page without forms has none', () => {
    expect(formOf(new Blob(['x'])).get('file').size).toBe(1);
    vi.stubGlobal('FormData', throws);
    expect(formOf(new Blob(['x']))).toBeUndefined();
  });
});

describe('a request', () => {
  const sent = (fetch, ...more) => {
    vi.stubGlobal('fetch', fetch);
    return send('https://example.com/?a=b', false, false, undefined, true, ...more);
  };

  test.for([
    ['is a text', 'x', 'x'],
    ['is an error', new Error('x'), 'x'],
    ['is nothing', undefined, 'the request failed'],
    ['is a proxy', closed(), 'the request failed'],
    ['has a message that is no text', { message: {} }, 'the request failed'],
    [
      'names a query',
      new Error('GET https://example.com/v1?token=secret&a="b" failed?'),
      'GET https://example.com/v1"b" failed?',
    ],
  ])('is rejected with a text where what fetch throws %s', async ([, thrown, text]) => {
    await expect(sent(() => Promise.reject(thrown))).rejects.toBe(text);
    await expect(
      sent(() => {
        throw thrown;
      }),
    ).rejects.toBe(text);
  });

  test('has an answer that never throws', async () => {
    const native = { status: 200, headers: { get: throws }, json: throws };
    const answer = await sent(() => native);
    expect(answer).toMatchObject({ status: 200, statusText: '' });
    expect(answer.native).toBe(native);
    expect(answer.headers.get('a')).toBe(null);
    await expect(answer.json()).rejects.toBe(mine);
    for (const status of ['200', 1.5, undefined]) {
      await expect(sent(() => ({ status }))).rejects.toMatch('no Response');
    }
  });

  test('ends when nobody waits for it, where it can be ended', async () => {
    let signal;
    const request = sent((_, init) => {
      ({ signal } = init);
      return { status: 200 };
    });
    end(request);
    expect(signal.aborted).toBe(true);
    for (const AbortController of [undefined, throws]) {
      vi.stubGlobal('AbortController', AbortController);
      const request = sent(() => ({ status: 200 }));
      expect(() => end(request)).not.toThrow();
      expect((await request).status).toBe(200);
    }
    await expect(sent(() => ({ status: 200 }), getter('headers'))).rejects.toBe('mine');
    await expect(sent(() => ({ status: 200 }), closedInstance())).rejects.toBe('mine');
  });
});
