// Run with --expose-gc: makes thousands of overlapping calls in random order against an API that fails at random, and prints what
// became of them and of the memory. `node stress.mjs 10000 7`: how many, and the seed.

import { client as json, loaded, session } from './fapi.mjs';

const [calls, seed] = process.argv.slice(2).map(Number);
const { setTimeout: realTimeout } = globalThis;
/** Waits of seconds are milliseconds here. */
globalThis.setTimeout = (act, ms = 0) => realTimeout(act, ms / 1000);

let state = seed;
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const pick = list => list[Math.floor(random() * list.length)];

const part = value => btoa(JSON.stringify(value)).replace(/=+$/u, '');
let minted = 0;
const jwt = id => `${part({ oiat: ++minted })}.${part({ sid: id, iat: Date.now() / 1000, exp: Date.now() / 1000 + pick([1, 60]) })}.c2ln`;
const ids = ['sess_1', 'sess_2', 'sess_3'];
const sessions = () => ids.map(id => session(id, { last_active_token: pick([null, { object: 'token', jwt: jwt(id) }]) }));
const fresh = () => json(sessions(), { updated_at: Date.now() - pick([0, 0, 5000]) });

const faults = [
  () => Response.json({ errors: [{ code: 'x', message: 'X.' }] }, { status: pick([400, 401, 403, 404, 422, 429, 500, 503]) }),
  () => new Response('<h1>Bad gateway</h1>', { status: 502 }), () => new Response('', { status: 200 }), () => Response.json(null),
  () => new Response(null, { status: 204 }), () => { throw new TypeError('cut'); }, () => Response.json({ response: {}, client: 7 }),
];
const answers = { 'GET /client': () => ({ response: fresh(), client: null }), 'PUT /client': () => ({ response: fresh() }) };
for (const method of ['DELETE /client', 'DELETE /client/sessions']) answers[method] = () => ({ response: json(), client: null });
for (const id of ids) {
  for (const deed of ['touch', 'end', 'remove']) {
    answers[`POST /client/sessions/${id}/${deed}`] = () => ({ response: session(id), client: fresh() });
  }
  answers[`GET /client/sessions/${id}`] = () => ({ response: session(id), client: fresh() });
  answers[`POST /client/sessions/${id}/tokens`] = () => ({ jwt: jwt(id) });
  answers[`POST /client/sessions/${id}/verify`] = () => ({ response: { object: 'session_reverification', level: 'first_factor', status: 'complete' } });
}

const { clerk, client, requests } = await loaded(json(sessions()), answers);
const { fetch: table } = globalThis;
globalThis.fetch = async (...call) => {
  const request = new Request(...call);
  await new Promise(resolve => realTimeout(resolve, random() * 4));
  return random() < 0.3 ? pick(faults)() : table(request);
};
clerk.addListener(({ client: now }) => void now.signedInSessions.map(({ user }) => user?.fullName));

const any = () => pick(client.sessions) ?? clerk.session;
const deeds = [
  () => any()?.getToken(), () => any()?.getToken({ skipCache: true }), () => any()?.getToken({ signal: AbortSignal.timeout(2) }),
  () => any()?.touch(), () => any()?.touch({ intent: 'focus', signal: AbortSignal.timeout(1) }), () => any()?.reload(),
  () => any()?.end(), () => any()?.remove(), () => any()?.startVerification({ level: 'first_factor' }), () => any()?.clearCache(),
  () => any()?.checkAuthorization({ role: 'org:admin' }), () => client.reload(), () => client.create(), () => client.removeSessions(),
  () => client.destroy(), () => client.clearCache(), () => client.resetSignIn(), () => client.resetSignUp(), () => client.__internal_toSnapshot(),
  () => client.isEligibleForTouch(), () => clerk.setActive({ session: pick([...ids, null]) }), () => clerk.signOut(),
  () => clerk.signOut({ sessionId: pick(ids) }),
];

const outcomes = { settled: 0, resolved: 0, rejected: 0, odd: [] };
async function make(count) {
  const begun = Array.from({ length: count }, async () => {
    await new Promise(resolve => realTimeout(resolve, random() * 500));
    try {
      await pick(deeds)();
      outcomes.resolved++;
    } catch (error) {
      outcomes.rejected++;
      if (!(error instanceof Error) || /borrow|null pointer|unreachable|memory access|recursive/iu.test(error.message)) outcomes.odd.push(String(error));
    }
    outcomes.settled++;
  });
  await Promise.all(begun);
}

async function memory() {
  requests.length = 0;
  await new Promise(resolve => realTimeout(resolve, 300));
  for (let round = 0; round < 10; round++) {
    globalThis.gc();
    await new Promise(resolve => realTimeout(resolve, 20));
  }
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

// The package's timers keep no program alive.
setInterval(() => {}, 1000);
// First rounds, since WebAssembly keeps the memory that it had at its peak.
await make(calls);
await make(calls);
const before = await memory();
await make(calls);
const after = await memory();
console.log(JSON.stringify({ ...outcomes, before, after }));
process.exit();
