// Requests as they are, hooks, and what is said to the instance's protection.
import { ada, call, callAs, callback, fault, formData, get, giving, load, scenario, set } from '../language.mjs';

const one = { signedIn: [ada] };
const begin = [load(), callAs('fapi', 'getFapiClient')];
const request = init => call('kept.fapi.request', init);
const create = call('client.signIn.create', { identifier: ada.email_address });

const requests = [
  scenario('a request that reads', {
    ...one,
    steps: [...begin, request({ path: '/client' }), get('kept.result.status'), get('kept.result.payload.response.id')],
  }),
  scenario('a request that changes something', {
    steps: [
      ...begin,
      request({
        path: '/client/sign_ups',
        method: 'POST',
        body: { emailAddress: 'new.one@example.com', firstName: 'Emmy', lastName: null },
      }),
      get('kept.result.ok'),
      get('kept.result.payload.response.first_name'),
      get('client.signUp.firstName'),
    ],
  }),
  scenario('a request that tunnels its method', {
    ...one,
    steps: [
      ...begin,
      request({ path: '/client', method: 'DELETE' }),
      get('kept.result.ok'),
      get('client.sessions.length'),
    ],
  }),
  scenario('a request with a query', {
    ...one,
    steps: [...begin, request({ path: '/client', search: { a: ['1', '2'], b: 'ü &' } })],
  }),
  scenario('a request with a text as query', {
    ...one,
    steps: [...begin, request({ path: '/client', search: 'a=1&b=%20' })],
  }),
  scenario('a request with a comma in its query', {
    ...one,
    differs: ['search-commas'],
    steps: [...begin, request({ path: '/client', search: { a: '1,2' } })],
  }),
  scenario('a request that is refused', {
    ...one,
    steps: [
      ...begin,
      fault('/client', { status: 422, times: 1 }),
      request({ path: '/client' }),
      get('kept.result.status'),
      get('kept.result.payload.errors.0.code'),
    ],
  }),
  scenario('a request with a nonce', {
    ...one,
    steps: [...begin, request({ path: '/client', rotatingTokenNonce: 'nonce' })],
  }),
  scenario('a request without cookies', { steps: [...begin, request({ path: '/environment', credentials: 'omit' })] }),
  scenario('a request with FormData', {
    steps: [...begin, request({ path: '/pictures', method: 'POST', body: formData({ file: 'picture' }) })],
  }),
  scenario('a request with JSON', {
    steps: [
      ...begin,
      request({ path: '/pictures', method: 'POST', body: '{"a":1}', headers: { 'content-type': 'text/plain' } }),
    ],
  }),
  scenario('a request with a form that is written already', {
    differs: ['text-bodies'],
    steps: [...begin, request({ path: '/client/sign_ins', method: 'POST', body: 'locale=en-US' })],
  }),
];

const hooks = [
  scenario('a hook sees a request', {
    steps: [load(), call('__internal_onBeforeRequest', callback('before')), create],
  }),
  scenario('a hook of the page sees a request', {
    steps: [load(), set('window.__internal_onBeforeRequest', callback('before')), create],
  }),
  scenario('a hook sees an answer', { steps: [load(), call('__internal_onAfterResponse', callback('after')), create] }),
  scenario('a hook throws before a request', {
    steps: [load(), call('__internal_onBeforeRequest', callback('before', 'no')), create],
  }),
  scenario('a hook throws after an answer', {
    steps: [load(), call('__internal_onAfterResponse', callback('after', 'no')), create, get('client.signIn.id')],
  }),
  scenario('a hook holds a request back', {
    differs: ['held-back-requests'],
    steps: [load(), call('__internal_onBeforeRequest', giving(false)), create],
  }),
  scenario('a hook of answers ends the turn of the others', {
    steps: [
      load(),
      call('__internal_onAfterResponse', giving(false)),
      call('__internal_onAfterResponse', callback('after')),
      create,
    ],
  }),
];

const assertions = [
  scenario('a protect assertion', {
    steps: [load({ protectAssertion: 'v1.a+b' }), create, call('client.signUp.create', {}), call('client.resetSignIn')],
  }),
  scenario('a protect assertion by a function', { steps: [load({ protectAssertion: giving('v1.a') }), create] }),
  scenario('a protect assertion that is set later', {
    steps: [
      load({ protectAssertion: 'first' }),
      call('setProtectAssertion', 'second'),
      create,
      call('setProtectAssertion'),
      create,
    ],
  }),
  scenario('a protect assertion that cannot be had', {
    steps: [load({ protectAssertion: callback('assert', 'no') }), create],
  }),
  scenario('a protect assertion that is empty', { steps: [load({ protectAssertion: ' ' }), create] }),
];

const lost = [
  scenario('a lost connection with a code', {
    steps: [
      load({ experimental: { rethrowOfflineNetworkErrors: true } }),
      fault('/client/sign_ins', { times: 1, disconnect: true }),
      create,
    ],
  }),
];

const addresses = [
  scenario('a domain by a function', {
    clerk: { proxyUrl: '', domain: giving('example.com') },
    steps: [get('domain')],
  }),
  scenario('a proxy by a function', { clerk: { proxyUrl: giving('{emulator}') }, steps: [get('proxyUrl'), load()] }),
];

export const scenarios = [...requests, ...hooks, ...assertions, ...lost, ...addresses];
