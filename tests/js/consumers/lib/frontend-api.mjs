// As much of a Frontend API as loading and what is loaded later ask for: to Node through a server, to a page in the network's stead.
import { serve } from './server.mjs';

const HOST = 'consumers.accounts.dev';
export const PUBLISHABLE_KEY = `pk_test_${btoa(`${HOST}$`)}`;
export const CLIENT_ID = 'client_of_a_consumer';

const CLIENT = {
  object: 'client',
  id: CLIENT_ID,
  sessions: [],
  sign_in: null,
  sign_up: null,
  last_active_session_id: null,
  created_at: 1_763_000_000_000,
  updated_at: 1_763_000_000_000,
};
const SIGN_UP = { object: 'sign_up_attempt', id: 'sua_consumer', status: 'missing_requirements' };

const ANSWERS = {
  '/v1/dev_browser': { id: 'dvb_consumer' },
  '/v1/environment': { auth_config: { single_session_mode: true } },
  '/v1/client': { response: CLIENT },
  // What `lib/later.mjs` asks for.
  '/v1/organizations/org_consumer': { response: { object: 'organization', id: 'org_consumer', name: 'Consumers' } },
  '/v1/client/sign_ups': { response: SIGN_UP, client: { ...CLIENT, sign_up: SIGN_UP } },
};

/** `{ status, headers, body }` for a request to `url` by a page of `origin`. */
function answer(url, origin) {
  const found = ANSWERS[new URL(url).pathname];
  return {
    status: found ? 200 : 404,
    headers: {
      'content-type': 'application/json',
      ...(origin && {
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        vary: 'Origin',
      }),
    },
    body: JSON.stringify(found ?? { errors: [{ code: 'not_found', message: url }] }),
  };
}

/** Serves the Frontend API on a free port. */
export const serveFrontendApi = () =>
  serve(request => answer(`http://localhost${request.url}`, request.headers.origin));

/** Answers what `page` asks of the instance's host; nothing leaves this machine. */
export const routeFrontendApi = page =>
  page.route(`https://${HOST}/**`, route =>
    route.fulfill(answer(route.request().url(), route.request().headers().origin)),
  );
