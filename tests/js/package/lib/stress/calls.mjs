// Every way to call a session and a client, by the method's name.

import { client as json, session } from '../fapi.mjs';
import { IDS, LASTING } from './api.mjs';

const soon = ms => ({ signal: AbortSignal.timeout(ms) });
const gone = { signal: AbortSignal.abort() };

/** `method: [ways]`, each a function of the object. */
const onSession = {
  getToken: [
    session => session.getToken(),
    session => session.getToken({ skipCache: true }),
    session => session.getToken(soon(2)),
    session => session.getToken({ template: 'one' }),
    session => session.getToken({ organizationId: 'org_1' }),
  ],
  touch: [
    session => session.touch(),
    session => session.touch({ intent: 'focus', ...soon(1) }),
    session => session.touch(gone),
  ],
  __internal_touch: [
    session => session.__internal_touch(),
    session => session.__internal_touch({ intent: 'select_org' }),
  ],
  reload: [session => session.reload(), session => session.reload(soon(3))],
  end: [session => session.end()],
  remove: [session => session.remove()],
  clearCache: [session => session.clearCache()],
  checkAuthorization: [session => session.checkAuthorization({ role: 'org:admin' })],
  startVerification: [
    session => session.startVerification({ level: 'first_factor' }),
    session => session.startVerification(),
  ],
  prepareFirstFactorVerification: [
    session => session.prepareFirstFactorVerification({ strategy: 'email_code', emailAddressId: 'idn_1' }),
  ],
  attemptFirstFactorVerification: [
    session => session.attemptFirstFactorVerification({ strategy: 'password', password: 'x' }),
    session => session.attemptFirstFactorVerification({ strategy: 'smoke' }),
  ],
  prepareSecondFactorVerification: [session => session.prepareSecondFactorVerification({ strategy: 'phone_code' })],
  attemptSecondFactorVerification: [
    session => session.attemptSecondFactorVerification({ strategy: 'totp', code: '000000' }),
  ],
  verifyWithPasskey: [session => session.verifyWithPasskey()],
  isNew: [session => session.isNew()],
  __internal_toSnapshot: [session => session.__internal_toSnapshot()],
};

const snapshot = () => json([session('sess_1'), session('sess_2')], { ...LASTING, updated_at: Date.now() });

const onClient = {
  create: [client => client.create()],
  reload: [
    client => client.reload(),
    client => client.reload(soon(2)),
    client => client.reload({ rotatingTokenNonce: 'x' }),
  ],
  destroy: [client => client.destroy()],
  removeSessions: [client => client.removeSessions()],
  clearCache: [client => client.clearCache()],
  resetSignIn: [client => client.resetSignIn()],
  resetSignUp: [client => client.resetSignUp()],
  isNew: [client => client.isNew()],
  isEligibleForTouch: [client => client.isEligibleForTouch()],
  buildTouchUrl: [
    client => client.buildTouchUrl({ redirectUrl: new URL('https://app.example.com/') }),
    client => client.buildTouchUrl({ redirectUrl: 'x' }),
  ],
  fromJSON: [
    client => client.fromJSON(snapshot()),
    client => client.fromJSON(client.__internal_toSnapshot()),
    client => client.fromJSON(7),
  ],
  toBackend: [client => client.toBackend()],
  toAndroid: [client => client.toAndroid()],
  __internal_toSnapshot: [client => client.__internal_toSnapshot()],
  __internal_sendCaptchaToken: [client => client.__internal_sendCaptchaToken({ captchaToken: 'x' })],
};

/** What a tab does besides, which none of the resources says. */
const onClerk = {
  setActive: [
    clerk => clerk.setActive({ session: IDS[0] }),
    clerk => clerk.setActive({ session: IDS[1] }),
    clerk => clerk.setActive({ session: null }),
    clerk => clerk.setActive({ session: IDS[2], navigate: () => clerk.session }),
  ],
  getFapiClient: [
    clerk => clerk.getFapiClient().request({ path: '/client' }),
    clerk => clerk.getFapiClient().request({ path: '/client', ...soon(2) }),
  ],
  signOut: [
    clerk => clerk.signOut(),
    clerk => clerk.signOut({ sessionId: IDS[1] }),
    clerk => clerk.signOut(() => clerk.session),
  ],
};

const WAYS = { session: onSession, client: onClient, clerk: onClerk };

const HIDDEN = ['constructor'];

function methodsOf(object) {
  const names = new Set();
  for (let one = Object.getPrototypeOf(object); one !== Object.prototype; one = Object.getPrototypeOf(one)) {
    Object.getOwnPropertyNames(one)
      .filter(name => typeof object[name] === 'function')
      .forEach(name => names.add(name));
  }
  return [...names].filter(name => !HIDDEN.includes(name));
}

/** Methods that the package has and this file does not call, and those that it calls and the package does not have. */
export function unknown(clerk) {
  const objects = { session: clerk.client.sessions[0], client: clerk.client };
  return Object.entries(objects).flatMap(([target, object]) => {
    const [exported, called] = [methodsOf(object), Object.keys(WAYS[target])];
    const odd = [
      ...exported.filter(name => !called.includes(name)),
      ...called.filter(name => !exported.includes(name)),
    ];
    return odd.map(name => `${target}.${name}`);
  });
}

/** Every call: `{ name, make }`, of each method one, on the objects that `clerk` has when it is made. */
export function calls(clerk, { pick }) {
  let session;
  const now = {
    // Where nobody is signed in, the one before is called: an application may hold it still.
    session: () => (session = pick(clerk.client.sessions) ?? clerk.session ?? session),
    client: () => clerk.client,
    clerk: () => clerk,
  };
  return Object.entries(WAYS).flatMap(([target, methods]) =>
    Object.entries(methods).map(([method, ways]) => ({
      name: `${target}.${method}`,
      make: () => pick(ways)(now[target]()),
    })),
  );
}
