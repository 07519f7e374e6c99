// Runs in the page before anything else: keeps what the client under test asks of the browser. It changes nothing that
// the client could notice, but for the web worker, whose timers no fake clock reaches.
(() => {
  const recorder = (window.recorder = {
    fetches: [],
    cookieWrites: {},
    navigations: [],
    console: [],
    errors: [],
    busy: 0,
    waiting: [],
  });

  // Without it clerk-js falls back to timers of the page; both clients get the same browser.
  delete window.Worker;

  const busyWhile = promise => {
    recorder.busy += 1;
    const done = () => {
      recorder.busy -= 1;
      if (recorder.busy > 0) return;
      for (const resolve of recorder.waiting.splice(0)) resolve();
    };
    promise.then(done, done);
    return promise;
  };

  const nextTask = () =>
    new Promise(resolve => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });

  const realFetch = window.fetch;
  window.fetch = function fetch(input, init) {
    const request = new Request(input instanceof Request ? input.clone() : input, init);
    const { method, url, credentials, mode, cache, redirect, keepalive, referrerPolicy } = request;
    const entry = {
      method,
      url,
      credentials,
      mode,
      cache,
      redirect,
      keepalive,
      referrerPolicy,
      visibleCookies: document.cookie,
    };
    recorder.fetches.push(entry);
    entry.headers = Object.fromEntries(request.headers);
    busyWhile(request.text().then(text => (entry.body = text)));
    return busyWhile(realFetch.call(window, input, init));
  };
  for (const reader of ['json', 'text', 'arrayBuffer', 'blob', 'formData']) {
    const real = Response.prototype[reader];
    Response.prototype[reader] = function () {
      return busyWhile(real.call(this));
    };
  }

  const { digest } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.digest = function (...args) {
    return busyWhile(digest.apply(this, args));
  };
  // Until the lock is granted: what is done under it is seen by itself.
  const { request } = LockManager.prototype;
  LockManager.prototype.request = function (...args) {
    const callback = args.pop();
    let granted;
    busyWhile(new Promise(resolve => (granted = resolve)));
    const held = request.call(this, ...args, lock => {
      granted();
      return callback(lock);
    });
    held.catch(granted);
    return held;
  };
  const { appendChild } = Node.prototype;
  Node.prototype.appendChild = function (child) {
    if (child instanceof HTMLScriptElement) {
      busyWhile(new Promise(resolve => ['load', 'error'].forEach(name => child.addEventListener(name, resolve))));
    }
    return appendChild.call(this, child);
  };

  // The page is idle when all that is under way has ended, and no time passes until then: a browser would say so some time later.
  window.requestIdleCallback = act => {
    busyWhile(nextTask().then(() => void act({ didTimeout: false, timeRemaining: () => 50 })));
    return 0;
  };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (...args) => busyWhile(instantiate(...args));

  // How often each cookie is written; what became of it is seen from outside.
  const jar = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    ...jar,
    set(text) {
      const [name] = text.split('=');
      recorder.cookieWrites[name] = (recorder.cookieWrites[name] ?? 0) + 1;
      jar.set.call(this, text);
    },
  });

  // At once, whereas a server would hear of it some time later.
  window.navigation.addEventListener('navigate', ({ navigationType, destination }) =>
    recorder.navigations.push(`${navigationType} ${destination.url}`),
  );

  for (const level of ['warn', 'error']) {
    const real = console[level];
    console[level] = (...parts) => {
      recorder.console.push(`${level}: ${parts.map(String).join(' ')}`);
      real.apply(console, parts);
    };
  }
  window.addEventListener('error', event => recorder.errors.push(`error: ${event.message}`));
  window.addEventListener('unhandledrejection', event =>
    recorder.errors.push(`unhandled: ${event.reason?.message ?? event.reason}`),
  );
})();
