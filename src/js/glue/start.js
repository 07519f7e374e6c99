// A start in which nothing stands in the way: two requests, whose answers Rust takes over at once. Where there is more to it, the
// second part goes on, with what has been answered already.

import { begun, sendAtStart } from '../../platform/browser/fetch.js';
import { undefinedIfThrown } from '../../platform/browser/page.js';
import { hooksOf } from './hidden.js';
import { isWatched } from './requests.js';
import { onceSecondIsHere } from './second_part.js';

/** How long the start may take before the page goes on without it, in ms. */
const LIMIT = 7000;

/**
 * Loads a Clerk object, once. Calls that overlap share the first.
 * @param {{ beginStart: Function, endStart: Function, load: Function }} own
 */
export function start(clerk, own, options) {
  const { signal } = options ?? {};
  // Not the Clerk object: an application may have frozen it.
  const hooks = hooksOf(clerk);
  // The second part shares its own load, and ends it where nobody waits for it any more.
  if (hooks.loads || (signal && !hooks.starting)) return general(clerk, own, options, 0);
  const starting = (hooks.starting ??= starts(clerk, own, options).finally(() => {
    hooks.starting = undefined;
  }));
  return signal ? Promise.race([starting, aborted(signal)]) : starting;
}

const aborted = signal =>
  new Promise((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  });

/** What the second part does: it may go on after a call of the first has begun. */
async function general(clerk, own, options, waitedMs) {
  const hooks = hooksOf(clerk);
  hooks.loads++;
  try {
    await own.load.call(clerk, waitedMs ? { ...options, waitedMs } : options);
  } finally {
    hooks.loads--;
    begun().clear();
  }
}

async function starts(clerk, own, options) {
  const since = Date.now();
  const urls = isWatched(hooksOf(clerk)) ? undefined : own.beginStart.call(clerk, options);
  if (urls === null) return;
  if (urls !== true && !(urls && (await isAnswered(clerk, own, urls))))
    return general(clerk, own, options, Date.now() - since);
  const ended = noting();
  // Not by the method of the first part, which comes after the calls that wait.
  void onceSecondIsHere(({ Clerk }) => Clerk.keepGoing.call(clerk, options, ended()));
}

/** Whether both requests were answered with what a page starts from. Where not, the second part is given what has come. */
async function isAnswered(clerk, own, urls) {
  const sent = urls.map(url => sendAtStart(url, url.includes('&_method=')));
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(reject, LIMIT);
  });
  try {
    // The first that is no start ends the wait for both, so that the client is asked for again no later than by clerk-js.
    const [environment, client] = await Promise.race([Promise.all(sent.map(readable)), late]);
    if (own.endStart.call(clerk, environment.json, client.json, environment.token || client.token)) return true;
  } catch {
    // What went wrong is for the second part to find: it gets the same answers.
  } finally {
    undefinedIfThrown(() => clearTimeout(timer));
  }
  for (const [place, url] of urls.entries()) begun().set(url, sent[place]);
  return false;
}

/** What a successful answer says. A body is read once, and the second part may have to read it too. */
async function readable(sent) {
  const answer = await sent;
  if (answer.status !== 200) throw answer;
  return { json: await answer.json(), token: answer.headers.get('clerk-db-jwt') };
}

/**
 * Notes whether the page gets the focus before the second part listens itself; gives what ends that, and tells it. A sign-out in another tab
 * needs no note: the second part sees it in the cookies.
 */
function noting() {
  let isFocused = false;
  const focus = () => {
    isFocused = true;
  };
  undefinedIfThrown(() => addEventListener('focus', focus));
  return () => {
    undefinedIfThrown(() => removeEventListener('focus', focus));
    return isFocused;
  };
}
