// A Frontend API for thousands of calls: three sessions, answers that are late and out of order, and faults by chance.

import { client, jwt, session } from '../fapi.mjs';

export const IDS = ['sess_1', 'sess_2', 'sess_3'];
/** A client whose cookie were about to expire would have the page leave for the touch URL. */
export const LASTING = { cookie_expires_at: Date.now() + 30 * 86_400_000 };
const ATTEMPTS = [
  '',
  '/prepare_first_factor',
  '/attempt_first_factor',
  '/prepare_second_factor',
  '/attempt_second_factor',
];
const REFUSALS = [400, 401, 403, 404, 422, 429, 500, 503];

const json =
  (...args) =>
  () =>
    Response.json(...args);
const raw =
  (...args) =>
  () =>
    new Response(...args);

/** What can go wrong in place of an answer. The last two end with the request's signal, as a connection does that hangs. */
function faults({ pick }, wait) {
  const error = { errors: [{ code: 'x', message: 'X.' }] };
  return [
    () => Response.json(error, { status: pick(REFUSALS), headers: pick([{}, { 'retry-after': '1' }]) }),
    json(error, { status: 429, headers: { 'retry-after': '2' } }),
    json(null),
    json({ response: {}, client: 7 }),
    raw('<h1>Bad gateway</h1>', { status: 502 }),
    raw('<!doctype html><title>Wi-Fi</title>'),
    raw(''),
    raw('', { status: 500 }),
    raw(null, { status: 204 }),
    raw('{"response":'),
    () => {
      throw new TypeError('Failed to fetch');
    },
    () => wait(50).then(json(error, { status: 503 })),
    () => new Promise(() => {}),
  ];
}

/** The table of answers, and what makes its `fetch` slow and faulty; `wait(ms)` are real ones. */
export function api(random, wait) {
  const { pick, chance, below, next } = random;
  let minted = 0;
  const token = sid => jwt({ sid, exp: Date.now() / 1000 + pick([1, 60]) }, { oiat: ++minted });
  const sessions = () =>
    IDS.map(id => session(id, { last_active_token: pick([null, { object: 'token', jwt: token(id) }]) }));
  const fresh = () => client(sessions(), { ...LASTING, updated_at: Date.now() - pick([0, 0, 5000]) });
  const blank = () => ({ response: client([], LASTING), client: null });

  const answers = {
    'GET /client': () => ({ response: fresh(), client: null }),
    'PUT /client': () => ({ response: fresh() }),
    'POST /client/verify': () => ({ response: fresh() }),
    'DELETE /client': blank,
    'DELETE /client/sessions': blank,
  };
  for (const id of IDS) {
    const path = `/client/sessions/${id}`;
    const changed = () => ({ response: session(id), client: fresh() });
    for (const call of ['POST …/touch', 'POST …/end', 'POST …/remove', 'GET …'])
      answers[call.replace('…', path)] = changed;
    for (const template of ['', '/one']) answers[`POST ${path}/tokens${template}`] = () => ({ jwt: token(id) });
    const response = { object: 'session_reverification', level: 'first_factor', status: 'complete' };
    for (const attempt of ATTEMPTS) answers[`POST ${path}/verify${attempt}`] = () => ({ response });
  }

  const wrong = faults(random, wait);
  /** `fetch` as networks are: late, out of order, at times in vain. It gives up when the request does. */
  const faulty =
    fetch =>
    (...call) => {
      const [, { signal }] = call;
      const aborted = new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
      );
      const answered = wait(chance(0.02) ? 20 + below(40) : next() * 4).then(() =>
        chance(0.3) ? pick(wrong)() : fetch(...call),
      );
      return Promise.race([answered, aborted]);
    };
  return { first: fresh(), answers, faulty };
}
