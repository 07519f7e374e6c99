// The versions of clerk-js that stand on the stage, and what the newer one may say differently.

/** The version that is mirrored: nothing may differ from it. */
export const MIRRORED = 'clerk-js-6.34.1';
export const NEWER = 'clerk-js-6.40.0';
export const OURS = 'clerk-wasm';

const WIRE = [
  [/__clerk_api_version=2026-08-20/g, '__clerk_api_version=2026-05-12'],
  [/_clerk_js_version=6\.40\.0/g, '_clerk_js_version=6.34.1'],
];

/** Properties that only the newer version has. */
const NEWER_PROPERTIES = ['timezone', 'trustedDeviceChallenge'];

/**
 * The transcript of 6.40.0 as 6.34.1 would have it: other versions in the query, no `timezone` in a new attempt's body, no
 * properties that came later.
 */
export function asMirrored(transcript) {
  return transcript.map(entry => ({ ...entry, requests: entry.requests.map(olderRequest), tree: withoutNewer(entry.tree) }));
}

const withoutNewer = tree => JSON.parse(JSON.stringify(tree, (name, value) => (NEWER_PROPERTIES.includes(name) ? undefined : value)));

function olderRequest(request) {
  const url = WIRE.reduce((text, [newer, older]) => text.replace(newer, older), request.url);
  const creates = /\/client\/sign_(in|up)s\?/.test(url) && request.method === 'POST' && !url.includes('_method=');
  if (!creates) return { ...request, url };
  const body = request.body.split('&').filter(pair => !pair.startsWith('timezone=')).join('&');
  const sent = request.sent && { ...request.sent, 'content-length': String(body.length) };
  return { ...request, url, body, sent };
}
