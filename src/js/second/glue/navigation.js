// Going to another page, as Rust asks for it. Where one may go is decided by `ways_out.rs`, and by the first part's `navigation.js` as there.

import { undefinedIfThrown } from '../../../platform/browser/page.js';
import { first } from './first.js';

const leaving = () => ['beforeunload', first.LEFT];

/** Resolves when the router has shown the page; whether the browser leaves this one. */
export async function goFor(hooks, url) {
  const going = first.go(hooks, url);
  await going;
  return going === true;
}

/** Calls a caller's function, and waits for it; whether the browser leaves this page meanwhile. */
export async function tracked(act, argument) {
  let isLeft = false;
  const note = () => (isLeft = true);
  for (const event of leaving()) undefinedIfThrown(() => addEventListener(event, note));
  try {
    await (argument === undefined ? act() : act(argument));
  } finally {
    for (const event of leaving()) undefinedIfThrown(() => removeEventListener(event, note));
  }
  return isLeft;
}

/** Whether an origin is as an application's pattern says; no exception may pass through Rust. */
export const fits = (pattern, origin) => {
  try {
    return !!pattern.test(origin);
  } catch {
    return false;
  }
};

/** A console that throws has heard it, or nobody has. */
const warn = text => undefinedIfThrown(() => first.warn(text));

/** Says that nobody is sent to an origin. */
export const heldBack = origin => void warn(`${origin} is not in allowedRedirectOrigins, so nobody is sent there.`);

/** Says that nothing leads to a session's task. */
export const taskWithoutPage = task =>
  void warn(`The session has a task to do, "${task}", and no taskUrls or navigate lead to it.`);

/** Calls a caller's function, and waits for what it gives. */
export const called = async (act, argument) => act(argument);

/** The argument of what goes on from a session in place of a flow. */
export const onward = (session, redirectUrl) => ({ session, redirectUrl });

/** The argument of a caller's `navigate`. */
export const navigation = (session, decorateUrl) => ({ session, decorateUrl });
