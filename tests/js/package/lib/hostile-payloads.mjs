// Bodies of answers in which something is not what anybody expects, made of good ones by chance.

import { signIn, signUp } from './attempts.mjs';
import { jwt, session } from './fapi.mjs';
import { first, texts, user } from './payloads.mjs';

const organization = {
  object: 'organization',
  id: 'org_1',
  name: 'One',
  slug: 'one',
  public_metadata: {},
  members_count: 1,
  created_at: 1_764_000_000_000,
};
const error = { code: 'x', message: 'X.', long_message: 'X, at length.', meta: { param_name: 'identifier' } };

/** Each deed with the good body of its answer; what is asked for besides has a good one. */
const DEEDS = [
  [clerk => clerk.client.reload(), () => ({ response: first(), client: null })],
  [clerk => clerk.session?.touch(), () => ({ response: session('sess_1', { user }), client: first() })],
  [clerk => clerk.session?.reload(), () => ({ response: session('sess_1', { user }), client: first() })],
  [clerk => clerk.session?.getToken({ skipCache: true }), () => ({ object: 'token', jwt: jwt() })],
  [
    clerk => clerk.client.signIn.create({ strategy: 'password', identifier: 'x', password: 'y' }),
    () => ({ response: signIn(), client: first() }),
  ],
  [
    clerk => clerk.client.signUp.create({ emailAddress: 'x@example.com' }),
    () => ({ response: signUp(), client: first() }),
  ],
  [clerk => clerk.user?.update({ firstName: 'Ada' }), () => ({ response: user, client: first() })],
  [clerk => clerk.getOrganization('org_1'), () => ({ response: organization, client: null })],
  [
    clerk => clerk.client.signIn.create({ strategy: 'password' }),
    () => ({ errors: [error], clerk_trace_id: 'trace', client: first() }),
    [400, 403, 404, 422],
  ],
];

const isList = Array.isArray;
const isNested = value => typeof value === 'object' && value !== null;
/** The two last are so deep that reading them takes longer than all else. */
const deepFrom = texts.length - 2;
const SELDOM = 0.001;

/** `whole` is as it was before anything of it was spoiled: what is too deep cannot be copied. */
function oddValue({ chance, below, next, pick }, whole) {
  // Parsed each time: the next place that is spoiled may be in it.
  if (chance(SELDOM)) return JSON.parse(texts[deepFrom + below(2)]);
  return pick([
    () => JSON.parse(texts[below(deepFrom)]),
    () => JSON.parse(texts[below(deepFrom)]),
    () => (next() - 0.5) * 10 ** below(300),
    () => '\u0000\ud800"\\'.repeat(below(30)),
    () => jwt({ iat: (next() - 0.5) * 1e10, exp: pick([0, -1, 1e300, Date.now()]), org_id: pick([1, '', 'org_1']) }),
    // Something that fits elsewhere.
    () => structuredClone(whole),
    () => Array.from({ length: below(50) }, () => structuredClone(whole.response ?? null)),
  ])();
}

/** Changes one place, which may be anywhere in `body`. */
function spoil(random, body, whole) {
  const { below, chance } = random;
  let [place, key] = [{ body }, 'body'];
  while (isNested(place[key]) && Object.keys(place[key]).length && !chance(0.2)) {
    place = place[key];
    const keys = Object.keys(place);
    key = keys[below(keys.length)];
  }
  if (chance(0.15) && !isList(place)) delete place[key];
  else place[key] = oddValue(random, whole);
  return place.body ?? body;
}

/** A deed, and what its request is answered with: `{ act, status, body }`. */
export function hostileAnswer(random) {
  const { below, pick } = random;
  const [act, good, statuses = [200]] = pick(DEEDS);
  const whole = good();
  let body = structuredClone(whole);
  for (let places = 1 + below(4); places > 0 && isNested(body); places--) body = spoil(random, body, whole);
  return { act, status: pick(statuses), body };
}
