// A worker of a page that uses the package.
import { PUBLISHABLE_KEY } from './frontend-api.mjs';
import { later } from './later.mjs';

/** `look()` with the package from `where`: loads a Clerk, and resolves with what it has seen. */
export const looking = (where, api) => `
import * as entry from '${where}';
const { default: init, Clerk } = entry;

async function look() {
  await init?.();
  const clerk = new Clerk('${PUBLISHABLE_KEY}', { proxyUrl: '${api}' });
  await clerk.load({ standardBrowser: false });
  ${later}
  return seen;
}
`;

/** A worker that tells its page what it has seen. */
export const worker = (where, api) => `${looking(where, api)}
look().then(postMessage, error => postMessage(String(error)));
`;
