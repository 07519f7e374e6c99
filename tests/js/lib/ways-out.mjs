// The rows of tests/fixtures/ways_out.json: where one may go from a page, by which way, and whether a token goes along.

import { readFileSync } from 'node:fs';

const { worlds } = JSON.parse(readFileSync(new URL('../../fixtures/ways_out.json', import.meta.url), 'utf8'));

/** A pattern in the place of a text has to mean the same. */
const patterns = origins =>
  origins.map(
    origin => new RegExp(`^${origin.replace(/\/$/u, '').replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'u'),
  );

const rowsOf = ({ page, instance, protocols, urls }, allowedRedirectOrigins) =>
  urls.map(([to, ways]) => ({
    page,
    instance,
    to,
    ways,
    options: { allowedRedirectOrigins, allowedRedirectProtocols: protocols },
    absolute: new URL(to, page).href,
    root: new URL('/', page).href,
    frontendApi: instance === 'development' ? 'x.accounts.dev' : 'clerk.example.com',
  }));

export const rows = worlds.flatMap(world => [
  ...rowsOf(world, world.origins),
  ...(world.origins.length ? rowsOf(world, patterns(world.origins)) : []),
]);

/** What a page at an address is, for `vi.stubGlobal()`. */
export function pageAt(href, went = () => {}) {
  const { protocol, host, search } = new URL(href);
  // Browsers name the origin of an extension's page, which Node does not.
  const location = { protocol, host, search, origin: `${protocol}//${host}` };
  Object.defineProperty(location, 'href', { get: () => href, set: went });
  return { window: globalThis, document: {}, location, dispatchEvent() {} };
}
