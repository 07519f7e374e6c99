// What callers may give by mistake, and stubs and proxies on purpose.

/** What all of it throws. */
export const mine = new Error('mine');

const boom = () => {
  throw mine;
};

export const getter = name => Object.defineProperty({}, name, { get: boom, enumerable: true });

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const everything = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map(trap => [trap, boom]));

class Own {}

/** A proxy that lets nobody do anything with it. */
export const closed = () => new Proxy({ any: 1 }, everything);

/** The same, but that it tells its class: it is handed on as it is, and WebAssembly asks it. */
export const closedInstance = () => new Proxy(new Own(), { ...everything, getPrototypeOf: Reflect.getPrototypeOf });

/** What a caller's argument is read for: the call fails, with what that has thrown. */
export const unreadable = {
  'a proxy that throws at everything': closed,
  'a proxy that throws at get': () => new Proxy({ any: 1 }, { get: boom }),
  'a proxy that throws at ownKeys': () => new Proxy({}, { ownKeys: boom }),
  'a proxy that throws at getPrototypeOf': () => new Proxy({}, { getPrototypeOf: boom }),
  'a proxy that throws at getOwnPropertyDescriptor': () => new Proxy({ any: 1 }, { getOwnPropertyDescriptor: boom }),
  'a getter that throws': () => getter('any'),
  'a getter that throws in an object': () => ({ any: getter('other') }),
  'a getter that throws in a list': () => ({ any: [1, getter('other')] }),
  'a proxy that was revoked': () => revoked({}),
  'a proxy of a list that was revoked': () => revoked([]),
  'a proxy that was revoked in an object': () => ({ any: revoked({}) }),
};

const converting = key => ({ [key]: boom });
const cycle = () => {
  const one = { list: [] };
  one.list.push(one);
  return one;
};
const deep = () => {
  let tree = {};
  for (let depth = 0; depth < 20_000; depth++) tree = depth % 2 ? [tree] : { tree };
  return tree;
};

/** What reads, but is not what anybody expects: the call may fail or not. */
export const odd = {
  'a proxy that throws at has': () => new Proxy({}, { has: boom }),
  'an object with a toString that throws': () => converting('toString'),
  'an object with a valueOf that throws': () => converting('valueOf'),
  'an object with a Symbol.toPrimitive that throws': () => converting(Symbol.toPrimitive),
  'an object with a toJSON that throws': () => converting('toJSON'),
  'an object whose toString is no function': () => ({ toString: 1, valueOf: 1 }),
  'an instance of a class that throws at everything': closedInstance,
  'an instance of a class with a getter that throws': () =>
    Object.defineProperty(new Own(), 'any', { get: boom, enumerable: true }),
  'a cycle': cycle,
  'a deep tree': deep,
  'an object without a prototype': () => Object.create(null),
  'a symbol': () => Symbol('any'),
  'a BigInt': () => 1n,
  'a number': () => 7,
  'a list': () => [null, [undefined]],
  'a function that throws': () => boom,
  'a promise of nothing': () => Promise.resolve(),
};
