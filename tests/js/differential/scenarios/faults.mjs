// Loading when something is wrong: the network, the server, or what it answers.
import { ada, call, DEVELOPMENT, fault, grace, load, offline, scenario, set } from '../language.mjs';

const one = { signedIn: [ada] };
const two = { signedIn: [ada, grace] };
const inDevelopment = { key: DEVELOPMENT };
const noCookies = { standardBrowser: false };
const HTML = { body: '<html>Bad Gateway</html>', content_type: 'text/html' };
const client = how => fault('/client', how);
const environment = how => fault('/environment', how);
const answered = body => ({ status: 200, body: JSON.stringify(body) });
const refusal = (...errors) => JSON.stringify({ errors, clerk_trace_id: 'trace_1' });

const refusals = [
  ...[400, 401, 403, 404, 422].map(status =>
    scenario(`the client is refused with ${status}`, { ...one, steps: [client({ status, times: 1 }), load()] }),
  ),
  scenario('the client is refused with 401 again and again', { ...one, steps: [client({ status: 401 }), load()] }),
  scenario('the client is refused with 429', {
    ...one,
    differs: ['rate-limited-load'],
    steps: [client({ status: 429, times: 1, headers: { 'Retry-After': '7' } }), load()],
  }),
  scenario('the client is refused without cookies', {
    ...one,
    steps: [client({ status: 403, times: 1 }), load(noCookies)],
  }),
  scenario('a refusal for several reasons, with a trace', {
    steps: [
      client({
        status: 422,
        times: 1,
        body: refusal(
          { code: 'a', message: 'A.', long_message: 'A, truly.', meta: { param_name: 'x', odd_key: 1 } },
          { code: 'b', message: 'B.' },
        ),
      }),
      load(),
    ],
  }),
  scenario('a refusal with a short message', {
    differs: ['empty-messages'],
    steps: [client({ status: 422, times: 1, body: refusal({ code: 'a', message: 'A.' }) }), load()],
  }),
  scenario('a refusal without errors', {
    differs: ['foreign-answers'],
    steps: [client({ status: 422, times: 1, body: '{}' }), load()],
  }),
  scenario('a refusal without errors, without cookies', {
    steps: [client({ status: 422, times: 1, body: '{}' }), load(noCookies)],
  }),
  ...[200, 401, 403].map(status =>
    scenario(`a captive portal answers with ${status}`, {
      ...one,
      steps: [fault('/*', { status, ...HTML }), load()],
    }),
  ),
  scenario('an origin that is not allowed', {
    steps: [
      client({
        status: 400,
        times: 1,
        body: refusal({ code: 'origin_invalid', message: 'No.', long_message: 'Not from here.' }),
      }),
      load(),
    ],
  }),
];

const environments = [
  // Not 401: what follows depends on which of the two answers comes first.
  ...[400, 429, 500].map(status =>
    scenario(`the environment is answered with ${status}`, {
      ...one,
      steps: [environment({ status, times: 1 }), load()],
    }),
  ),
  scenario('the environment is answered with 500, in development', {
    ...inDevelopment,
    ...one,
    steps: [environment({ status: 500, times: 1 }), load()],
  }),
  scenario('the environment is answered with 500, without cookies', {
    ...one,
    differs: ['client-without-environment'],
    steps: [environment({ status: 500, times: 1 }), load(noCookies)],
  }),
  scenario('the environment is answered in HTML', {
    ...one,
    steps: [environment({ status: 200, times: 1, ...HTML }), load()],
  }),
  scenario('the environment has no content', {
    ...one,
    steps: [environment({ status: 204, times: 1, body: '' }), load()],
  }),
];

const developmentBrowsers = [
  scenario('no development browser is made', {
    ...inDevelopment,
    steps: [fault('/dev_browser', { status: 400, times: 1 }), load()],
  }),
  scenario('a development browser without an id', {
    ...inDevelopment,
    differs: ['unnamed-dev-browsers'],
    steps: [fault('/dev_browser', answered({})), load()],
  }),
];

// Which of the two answers comes first shows: one is kept back, in ms.
const early = how => [client({ times: 1, ...how }), environment({ times: 1, delay_ms: 300 })];
const late = how => [client({ times: 1, delay_ms: 300, ...how })];
const outages = [
  ...[
    ['before', early],
    ['after', late],
  ].flatMap(([order, answers]) => [
    scenario(`the client is answered with 500, ${order} the environment`, {
      ...one,
      differs: ['back-to-ready', 'session-after-outage'],
      steps: [...answers({ status: 500 }), load()],
    }),
    scenario(`the client is answered with 503 ${order} the environment, and again`, {
      ...one,
      steps: [...answers({ status: 503, times: 2 }), load()],
    }),
    scenario(`the client is answered with 500 ${order} the environment, signed out`, {
      differs: ['back-to-ready'],
      steps: [...answers({ status: 500 }), load()],
    }),
    scenario(`the client is answered in HTML by a proxy, ${order} the environment`, {
      ...one,
      differs: ['back-to-ready', 'session-after-outage'],
      steps: [...answers({ status: 502, ...HTML }), load()],
    }),
    scenario(`a refusal in HTML, ${order} the environment`, {
      differs: ['back-to-ready'],
      steps: [...answers({ status: 403, ...HTML }), load()],
    }),
  ]),
  scenario('the client is answered with 500, without cookies', {
    ...one,
    steps: [client({ status: 500, times: 1 }), load(noCookies)],
  }),
];

const shapes = [
  scenario('the client has no content', { ...one, steps: [client({ status: 204, times: 1, body: '' }), load()] }),
  scenario('the client has no content, in development', {
    ...inDevelopment,
    ...one,
    steps: [client({ status: 204, times: 1, body: '' }), load()],
  }),
  ...[
    ['an empty object', {}],
    ['a list', []],
    ['a number', 5],
    ['a text', { response: 'x' }],
    ['a client whose sessions are a text', { response: { object: 'client', id: 'c', sessions: 'x' } }],
  ].map(([name, body]) =>
    scenario(`the client is ${name}`, {
      ...one,
      differs: ['foreign-answers'],
      steps: [client({ ...answered(body), times: 1 }), load()],
    }),
  ),
  scenario('the client is an empty object, without cookies', {
    ...one,
    differs: ['wrong-shapes'],
    steps: [client({ ...answered({}), times: 1 }), load(noCookies)],
  }),
  scenario('the client is answered in HTML with 200', {
    ...one,
    differs: ['html-answers'],
    steps: [client({ status: 200, times: 1, ...HTML }), load(noCookies)],
  }),
  scenario('the client has an empty body', {
    ...one,
    differs: ['html-answers'],
    steps: [client({ status: 200, times: 1, body: '' }), load(noCookies)],
  }),
];

const networks = [
  scenario('a browser that is driven by a program', {
    ...two,
    differs: ['webdriver-online'],
    steps: [
      load(),
      set('window.navigator.webdriver', true),
      fault('/client/sessions/*/touch', { disconnect: true }),
      call('session.touch'),
    ],
  }),
  scenario('a request that is cut off', {
    ...one,
    steps: [load(), fault('/client/sessions/*/touch', { disconnect: true }), call('session.touch')],
  }),
  scenario('a request without a network', {
    ...one,
    differs: ['webdriver-online'],
    steps: [load(), offline(true), call('session.touch'), offline(false), call('session.touch')],
  }),
];

export const scenarios = [...refusals, ...environments, ...developmentBrowsers, ...outages, ...shapes, ...networks];
