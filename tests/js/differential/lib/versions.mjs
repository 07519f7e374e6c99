// The versions of clerk-js that stand on the stage, and what the newer one may say differently.

/** The version that is mirrored: nothing may differ from it. */
export const MIRRORED = 'clerk-js-6.34.1';
/** `CLERK_JS_NEWER_VERSION` says that another one lies in the folder of 6.40.0, as a newest that is tried. */
const NEWER_VERSION = process.env.CLERK_JS_NEWER_VERSION || '6.40.0';
export const NEWER = `clerk-js-${NEWER_VERSION}`;
export const OURS = 'clerk-wasm';

const WIRE = [
  [/__clerk_api_version=2026-08-20/g, '__clerk_api_version=2026-05-12'],
  [`_clerk_js_version=${NEWER_VERSION}`, '_clerk_js_version=6.34.1'],
];
const inOlderWords = text => WIRE.reduce((told, [newer, older]) => told.replaceAll(newer, older), text);

/** Properties that the newer version and this package have, and the mirrored one has not: `@clerk/shared` types them. */
const NEWER_PROPERTIES = ['timezone', 'trustedDeviceChallenge', 'idpCertificates'];

/**
 * The transcript of 6.40.0 as 6.34.1 would have it: other versions in URLs, no `timezone` in a new attempt's body nor an
 * `oidc_prompt` in the one with which a provider is asked for, no properties that came later, no request for a token where the browser says that there is no network.
 */
export function asMirrored(transcript) {
  let isOffline = false;
  return transcript.map(({ outcome, emissions, navigations, ...entry }) => {
    isOffline = entry.step.offline ?? isOffline;
    const requests = entry.requests
      .filter(({ url }) => !isOffline || !url.includes('/tokens'))
      .map(request => olderRequest(request, entry.step));
    return {
      ...entry,
      ...olderTold({ outcome: withoutNewer(outcome ?? null), emissions, navigations }),
      requests,
      tree: withoutNewer(entry.tree),
    };
  });
}

/** The transcript of this package as it would be without what only the newer version has too. */
export const withoutNewerProperties = transcript => withoutNewer(transcript);

/** URLs that were told, and `version`. */
const olderTold = told =>
  JSON.parse(
    inOlderWords(JSON.stringify(told))
      .replaceAll(`"value":"${NEWER_VERSION}"`, '"value":"6.34.1"')
      .replaceAll(/"body":"[^"]*/g, body => body.replaceAll(/&timezone=[^"&]*/g, '')),
  );

const withoutNewer = tree =>
  JSON.parse(JSON.stringify(tree, (name, value) => (NEWER_PROPERTIES.includes(name) ? undefined : value)));

function olderRequest(request, { call = '' }) {
  const url = inOlderWords(request.url);
  const creates = /\/client\/sign_(in|up)s\?/.test(url) && request.method === 'POST' && !url.includes('_method=');
  if (!creates) return { ...request, url };
  const newer = ['timezone', ...(call.startsWith('client.signIn.authenticateWith') ? ['oidc_prompt'] : [])];
  const body = request.body
    .split('&')
    .filter(pair => !newer.includes(pair.split('=')[0]))
    .join('&');
  const length = request.sent?.['content-length'];
  const sent = length
    ? { ...request.sent, 'content-length': String(length - (request.body.length - body.length)) }
    : request.sent;
  return { ...request, url, body, sent };
}
