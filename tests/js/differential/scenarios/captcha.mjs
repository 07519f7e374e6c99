// Captchas that the server wants before it goes on. Without a user interface neither client can show one.
import { ada, call, callAs, fault, get, grace, load, scenario, together } from '../language.mjs';

const one = { signedIn: [ada] };
/** The server's word is clerk-js's client already, but not its session. */
const solved = { ...one, differs: ['reload-emits'] };
/** The instance has captchas, so that the answer of a client that cannot show one is refused. */
const refusing = { settings: { captcha_enabled: true } };
const wanted = (path, times = 1, more) =>
  fault(path, {
    status: 401,
    times,
    body: JSON.stringify({
      errors: [{ code: 'requires_captcha', message: 'captcha', long_message: 'Please solve a captcha.' }],
    }),
    ...more,
  });
const create = call('client.signIn.create', { identifier: grace.email_address });

export const scenarios = [
  scenario('a captcha that nobody can show', {
    ...one,
    steps: [load(), wanted('/client/sign_ins'), create, get('client.signIn.status'), create],
  }),
  scenario('a captcha that is wanted again', {
    ...solved,
    steps: [load(), wanted('/client/sign_ins', 2), create, create],
  }),
  scenario('a captcha for a token', {
    ...one,
    differs: ['reload-emits', 'replaced-sessions'],
    steps: [load(), wanted('/client/sessions/*/tokens'), call('session.getToken', { skipCache: true })],
  }),
  // The second call hears of the captcha while the answer to the first one's is on its way. They are alike: which of them is sent again first
  // is left to chance.
  scenario('a captcha for two calls', {
    differs: ['reload-emits'],
    steps: [
      load(),
      wanted('/client', 1, { hold_ms: 100 }),
      wanted('/client'),
      fault('/client/verify', { hold_ms: 400, times: 1 }),
      together(call('client.reload'), call('client.reload')),
    ],
  }),
  scenario('an answer to a captcha that is refused', {
    ...one,
    ...refusing,
    steps: [load(), wanted('/client/sign_ins'), create, create],
  }),
  scenario('answers to captchas that are refused too often', {
    ...one,
    ...refusing,
    steps: [load(), wanted('/client/sign_ins', 3), create, create, create, create, call('session.reload')],
  }),
  scenario('an answer to a captcha that finds nobody signed in', {
    ...one,
    differs: ['captcha-signed-out'],
    steps: [
      load(),
      wanted('/client/sign_ins'),
      fault('/client/verify', { status: 401, times: 1 }),
      callAs('created', 'client.signIn.create', { identifier: grace.email_address }),
    ],
  }),
  scenario('an answer to a captcha that is lost', {
    ...one,
    steps: [load(), wanted('/client/sign_ins'), fault('/client/verify', { disconnect: true, times: 1 }), create],
  }),
  scenario('a captcha for the first client', { ...one, steps: [wanted('/client'), load()] }),
  scenario('a captcha for the first client, again', { ...one, steps: [wanted('/client', 2), load()] }),
  scenario('a captcha for the first client, always', { ...solved, steps: [wanted('/client', 4), load()] }),
];
