// A Frontend API that is a table: `fetch` answers from it, and keeps what it was asked.

import { Clerk } from 'clerk-wasm';

export const LIVE = 'pk_live_' + btoa('clerk.example.com$');

export const session = (id, more = {}) => ({
  object: 'session',
  id,
  status: 'active',
  expire_at: 1_764_000_000_000,
  abandon_at: 1_764_000_000_000,
  last_active_at: 1_764_000_000_000,
  last_active_organization_id: null,
  actor: null,
  created_at: 1_764_000_000_000,
  updated_at: 1_764_000_000_000,
  last_active_token: null,
  user: { object: 'user', id: `user_of_${id}`, first_name: 'Ada', last_name: 'Lovelace', organization_memberships: [] },
  ...more,
});

export const client = (sessions = [], more = {}) => ({
  object: 'client',
  id: 'client_1',
  sessions,
  sign_in: null,
  sign_up: null,
  last_active_session_id: sessions[0]?.id ?? null,
  cookie_expires_at: 1_764_000_000_000,
  captcha_bypass: false,
  last_authentication_strategy: 'password',
  created_at: 1_764_000_000_000,
  updated_at: 1_764_000_000_000,
  ...more,
});

const part = value => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');

/** A token that nobody has signed: of the session `sess_1`, good for a minute from `iat` on, which is now. */
export function jwt({ iat = Date.now() / 1000, ...claims } = {}, header = {}) {
  return [{ alg: 'RS256', ...header }, { sid: 'sess_1', iat, exp: iat + 60, ...claims }, 'sig'].map(part).join('.');
}

/** `answers['POST /client/sign_ins']` is a body, a Response, or a function that gives either, or a promise of it. */
export function fapi(answers) {
  const requests = [];
  globalThis.fetch = async (...given) => {
    const request = new Request(...given);
    const url = new URL(request.url);
    const call = `${url.searchParams.get('_method') ?? request.method} ${url.pathname.replace('/v1', '')}`;
    requests.push({ call, url, headers: request.headers, body: await request.text() });
    const answer = answers[call];
    const body = await (typeof answer === 'function' ? answer() : answer);
    if (body instanceof Response) return body;
    if (body === undefined) return Response.json({ errors: [{ code: 'unscripted', message: call }] }, { status: 501 });
    return Response.json(body);
  };
  return requests;
}

/** A Clerk object that has loaded `first`. */
export async function loaded(first, answers = {}, options = { standardBrowser: false }) {
  const requests = fapi({ 'GET /environment': {}, 'GET /client': { response: first, client: null }, ...answers });
  const clerk = new Clerk(LIVE);
  await clerk.load(options);
  requests.length = 0;
  return { clerk, client: clerk.client, requests };
}
