// What the objects of a loaded Clerk show and answer at once. `surfaceTools` runs in a page.

/** Makes `window.surface`, by which a test looks at `window.clerk`. */
export function surfaceTools() {
  const WAIT_MS = 1000;
  /** What a token says of itself, but for the name that each has of its own. */
  const shownText = text =>
    text.replace(/eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]+/gu, (_, payload) => {
      const { jti: _own, ...claims } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
      return JSON.stringify(claims);
    });

  /** A value as JSON: its own properties at every depth, and `…` for an object that was shown further up. */
  function shown(value, seen = []) {
    if (typeof value === 'string') return shownText(value);
    if (typeof value === 'function') return 'a function';
    if (value === undefined) return 'undefined';
    if (value === null || typeof value !== 'object') return typeof value === 'number' ? String(value) : value;
    if (value instanceof Date) return value.toISOString();
    if (value instanceof URL) return value.href;
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    if (seen.includes(value)) return '…';
    const deeper = [...seen, value];
    if (Array.isArray(value)) return value.map(one => shown(one, deeper));
    return Object.fromEntries(Object.keys(value).map(name => [name, shown(value[name], deeper)]));
  }

  const objects = () => {
    const { clerk } = window;
    const { client, session, user } = clerk;
    return { clerk, client, session, signIn: client.signIn, signUp: client.signUp, user };
  };

  /** All names of an object and of its classes, but for those of every object. */
  function namesOf(object) {
    const names = new Set();
    for (let one = object; one && one !== Object.prototype; one = Object.getPrototypeOf(one)) {
      for (const name of Object.getOwnPropertyNames(one)) names.add(name);
    }
    return [...names].filter(name => name !== 'constructor').sort();
  }

  function valueOf(object, name) {
    try {
      return object[name];
    } catch (thrown) {
      return thrown;
    }
  }

  const answer = call => {
    try {
      return call();
    } catch (thrown) {
      return thrown;
    }
  };

  const isPromise = value => typeof value?.then === 'function';
  const late = () => new Promise(resolve => setTimeout(resolve, WAIT_MS, 'nothing within a second'));
  /** How a promise ends within a second: a rejection by its code, or by what it says. */
  const ended = value =>
    Promise.race([
      value.then(
        () => 'resolved',
        error => error?.code ?? String(error),
      ),
      late(),
    ]);

  window.surface = {
    shown,
    objects,
    ended,
    /** Every property of every object, by `object.name`. */
    properties: () =>
      Object.fromEntries(
        Object.entries(objects()).flatMap(([of, object]) =>
          namesOf(object).map(name => [`${of}.${name}`, shown(valueOf(object, name))]),
        ),
      ),
    /** Calls the methods that are not left out, without an argument: what they answered at once, and how their promises ended. */
    async calls(isLeftOut) {
      const [atOnce, later] = [{}, {}];
      for (const [of, object] of Object.entries(objects())) {
        for (const name of namesOf(object)) {
          const key = `${of}.${name}`;
          const method = valueOf(object, name);
          if (typeof method !== 'function' || isLeftOut.test(key)) continue;
          const value = answer(() => method.call(object));
          if (isPromise(value)) later[key] = await ended(value);
          else atOnce[key] = shown(value);
        }
      }
      return { atOnce, later };
    },
    /** What is answered at once to calls with arguments, each with what it changes. */
    explicit() {
      const { clerk } = window;
      const { client, session, user } = clerk;
      const here = location.origin;
      const heard = [];
      const said = {
        buildUrlWithAuth: clerk.buildUrlWithAuth(`${here}/a?b=c#d`),
        elsewhere: clerk.buildUrlWithAuth('https://elsewhere.example/a'),
        ...Object.fromEntries(
          namesOf(clerk)
            .filter(name => /^build.*Url$/u.test(name))
            .map(name => [name, answer(() => clerk[name]({ redirectUrl: `${here}/next`, params: new URLSearchParams() }))]),
        ),
        buildTouchUrl: client.buildTouchUrl({ redirectUrl: new URL(`${here}/back`) }),
        badTouchUrl: answer(() => client.buildTouchUrl({ redirectUrl: 'x' })),
        backend: client.toBackend(),
        android: client.toAndroid(),
        snapshots: [client, session, user, client.signIn, client.signUp].map(one => one.__internal_toSnapshot()),
        authorized: [{ role: 'org:admin' }, { permission: 'org:x:y' }, { reverification: 'strict' }, {}].map(params =>
          answer(() => session.checkAuthorization(params)),
        ),
        eligible: client.isEligibleForTouch(),
        resets: [client.resetSignIn(), client.resetSignUp(), client.signIn.status, client.signUp.status],
        caches: [client.clearCache(), session.clearCache()],
        option: clerk.__internal_getOption('polling'),
        signals: ['signInSignal', 'signUpSignal', 'waitlistSignal'].map(name => clerk.__internal_state[name]()),
        effect: typeof clerk.__internal_state.__internal_effect(() => {}),
        computed: clerk.__internal_state.__internal_computed(() => 7)(),
        fapiClient: clerk.getFapiClient(),
        sameFapiClient: clerk.getFapiClient() === clerk.getFapiClient(),
      };
      const offListener = clerk.addListener(({ user }) => heard.push(['listener', user?.firstName]));
      const onStatus = status => heard.push(['status', status]);
      clerk.on('status', onStatus, { notify: true });
      said.fromJSON = client.fromJSON(client.__internal_toSnapshot()) === client;
      said.updateClient = clerk.updateClient(client);
      offListener();
      clerk.off('status', onStatus);
      clerk.updateClient(client);
      said.heard = heard;
      said.notFunctions = [() => clerk.addListener(1), () => clerk.on('status'), () => clerk.updateClient({})].map(answer);
      said.isSame = [clerk.client === client, clerk.session === session, clerk.user === user];
      return shown(said);
    },
  };
}
