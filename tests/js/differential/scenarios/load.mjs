// Loading: signed out and signed in, both kinds of key, with and without cookies.
import { DEVELOPMENT, ada, grace, load, scenario } from '../language.mjs';

export const scenarios = [
  scenario('a visitor without a client', { steps: [load()] }),
  scenario('a visitor without a client, in development', { key: DEVELOPMENT, steps: [load()] }),
  scenario('a session cookie of an earlier visit', { cookies: ['__session=left.over.token; path=/'], steps: [load()] }),
  scenario('one session', { signedIn: [ada], steps: [load()] }),
  scenario('one session, in development', { key: DEVELOPMENT, signedIn: [ada], steps: [load()] }),
  scenario('two sessions', { signedIn: [ada, grace], steps: [load()] }),
  scenario('one session, without cookies', { signedIn: [ada], steps: [load({ standardBrowser: false })] }),
];
