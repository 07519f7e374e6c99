// The page, by `window`, `document`, `navigator` and `URL`. In a worker or in Node there is no page. None of what WebAssembly calls throws:
// where a browser, or what an application has put in the place of one, refuses to say something, the answer is the usual one.

export const undefinedIfThrown = read => {
  try {
    return read();
  } catch {}
};

/** The class that tells what was collected; undefined where the engine has none, or one that does not work. */
export const workingRegistry = () =>
  undefinedIfThrown(() => {
    const { FinalizationRegistry: Registry } = globalThis;
    new Registry(() => {}).register({}, 0);
    return Registry;
  });

// Not by the class of the global object: vitest puts the window of jsdom or happy-dom into Node's own.
const hasPage = () => undefinedIfThrown(() => window === globalThis && !!document) ?? false;

/** A text of the page's; undefined for anything else, which Rust could not read. */
const textOf = read => {
  const text = hasPage() ? undefinedIfThrown(read) : undefined;
  return typeof text === 'string' ? text : undefined;
};

export const href = () => textOf(() => location.href);
export const origin = () => textOf(() => location.origin);

export const queryParameter = name =>
  undefinedIfThrown(() =>
    // To take a URL apart costs more than to see that there is nothing in it.
    href().includes(name) ? (new URL(href()).searchParams.get(name) ?? undefined) : undefined,
  );

/** Takes a parameter out of the page's query, without loading the page again. */
export const takeQueryParameter = name => {
  const value = queryParameter(name);
  if (value !== undefined) {
    undefinedIfThrown(() => {
      const url = new URL(href());
      url.searchParams.delete(name);
      history.replaceState(history.state, '', url.href);
    });
  }
  return value;
};

/** Whether the page is left: a hash alone moves within it. */
export const navigate = url => {
  const [page, hash] = url.split('#');
  const leaves = hasPage() && (hash === undefined || page !== href()?.split('#')[0]);
  if (hasPage()) undefinedIfThrown(() => (location.href = url));
  return leaves;
};

/** Whether another window has opened this one. */
export const isOpened = () => !!undefinedIfThrown(() => globalThis.opener);

export const language = () => textOf(() => navigator.language) || undefined;
export const isOnline = () => undefinedIfThrown(() => navigator.onLine) !== false;

/** 0: focused, 1: visible, 2: hidden; undefined where there is no page. */
export const tabState = () => {
  if (hasPage()) return hasFocus() ? 0 : isVisible() ? 1 : 2;
};

/** A frame of another site has no focus, even where the reader looks at it. */
export const isForeignFrame = () =>
  !!undefinedIfThrown(() => window !== top) && undefinedIfThrown(() => top.location.href) === undefined;
const isVisible = () => (undefinedIfThrown(() => document.visibilityState) ?? 'visible') === 'visible';
const hasFocus = () => undefinedIfThrown(() => document.hasFocus()) !== false;

export const isInFront = () => hasPage() && (hasFocus() || (isVisible() && isForeignFrame()));

/** Listens to an event of the page's; gives what ends that. */
const listening = (target, event, hear) => {
  if (hasPage()) undefinedIfThrown(() => target().addEventListener(event, hear));
  return () => undefinedIfThrown(() => target().removeEventListener(event, hear));
};

/** Whether the page was in the back/forward cache does not show in what can be seen of it. */
export const onReturn = act => {
  const look = () => isVisible() && act();
  const ends = [
    listening(
      () => globalThis,
      'pageshow',
      ({ persisted }) => persisted && act(),
    ),
    listening(() => globalThis, 'focus', look),
    listening(() => document, 'visibilitychange', look),
  ];
  return () => ends.forEach(end => end());
};

export const onFocus = act =>
  listening(
    () => globalThis,
    'focus',
    () => isVisible() && act(),
  );

/** What other windows say, of an origin. */
export const onMessage = (from, hear) =>
  listening(
    () => globalThis,
    'message',
    ({ origin, data }) => origin === from && hear(data),
  );

export const resolveUrl = url => undefinedIfThrown(() => new URL(url, href()).href);

export const urlBelowRoot = url => undefinedIfThrown(() => new URL(url, origin()).href);

export const wholeUrl = url => undefinedIfThrown(() => new URL(url).href);

export const withQueryParameter = (url, name, value) =>
  undefinedIfThrown(() => {
    const changed = new URL(url, href());
    changed.searchParams.set(name, value);
    return changed.href;
  });

export const stored = name => undefinedIfThrown(() => JSON.parse(localStorage.getItem(name)));

/** Keeps an object without its secrets. Where there is no room nothing is left: what was there before is out of date. */
export const store = (name, value, secrets) =>
  undefinedIfThrown(() => {
    localStorage.removeItem(name);
    const isJwt = text => /eyJ[\w-]*\.[\w-]+\./.test(text);
    const isSecret = (key, value) =>
      secrets.split(' ').includes(key) || isJwt(key) || (typeof value === 'string' && isJwt(value));
    if (value)
      localStorage.setItem(
        name,
        JSON.stringify(value, (key, value) => (isSecret(key, value) ? undefined : value)),
      );
  });
