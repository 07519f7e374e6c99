// Going to another page, as Rust asks for it. Where one may go is decided in the first part's `navigation.js`.

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

/** The argument of a caller's `navigate`. */
export const navigation = (session, decorateUrl) => ({ session, decorateUrl });
