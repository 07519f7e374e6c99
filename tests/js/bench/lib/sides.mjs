// The pages that are measured: the same page four times, with what an application would write for each side.

/** A production key. Its host is never asked, since requests go to the proxy URL. */
const KEY = 'pk_live_Y2xlcmsuZXhhbXBsZS5jb20k';
const WIRE = '__clerk_api_version=2026-05-12&_clerk_js_version=6.34.1';

export const CLERK_JS = 'clerk-js';
export const SLIM = 'clerk-wasm/slim';
export const INLINED = 'clerk-wasm';
export const FLOOR = 'floor';

// The driver waits for `loaded`. A time is taken by the page itself, since the way to the driver takes longer than the rest.
const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">
<script>
  globalThis.loaded = new Promise((resolve, reject) => {
    globalThis.isLoaded = (clerk) => {
      const milliseconds = performance.now();
      globalThis.clerk = clerk;
      // Its sessions are not looked at: who makes them when they are read has not made them yet.
      if (clerk.client) resolve(milliseconds);
      else reject(new Error('there is no client'));
    };
    addEventListener('error', ({ message }) => reject(new Error(message)));
    addEventListener('unhandledrejection', ({ reason }) => reject(reason));
  });
</script>
`;
const page = rest => `${HEAD}${rest}</head>\n<body></body>\n</html>\n`;

const use = (proxyUrl, options) => `
  const clerk = new Clerk('${KEY}', { proxyUrl: '${proxyUrl}' });
  await clerk.load(${JSON.stringify(options)});
  isLoaded(clerk);
`;

const PAGES = {
  // As Clerk's documentation has it, but that it starts as soon as the script is there, not when the whole page is.
  [CLERK_JS]: (proxyUrl, options) =>
    page(`
<script defer crossorigin="anonymous" src="/assets/clerk-js/clerk.browser.js"
  data-clerk-publishable-key="${KEY}" data-clerk-proxy-url="${proxyUrl}"></script>
<script type="module">
  await Clerk.load(${JSON.stringify(options)});
  isLoaded(Clerk);
</script>
`),
  [SLIM]: (proxyUrl, options) =>
    page(`
<link rel="modulepreload" href="/assets/clerk-wasm/slim.js">
<link rel="preload" as="fetch" type="application/wasm" crossorigin href="/assets/clerk-wasm/clerk_wasm_bg.wasm">
<script type="module">
  import init, { Clerk } from '/assets/clerk-wasm/slim.js';
  await init();
${use(proxyUrl, options)}
</script>
`),
  [INLINED]: (proxyUrl, options) =>
    page(`
<link rel="modulepreload" href="/assets/clerk-wasm/index.js">
<script type="module">
  import { Clerk } from '/assets/clerk-wasm/index.js';
${use(proxyUrl, options)}
</script>
`),
  // The same two requests, and nothing but to parse their answers.
  [FLOOR]: proxyUrl =>
    page(`
<script type="module">
  const get = async (path) => {
    const answer = await fetch('${proxyUrl}/v1/' + path + '?${WIRE}', { credentials: 'include' });
    return JSON.parse(await answer.text());
  };
  const [client] = await Promise.all([get('client'), get('environment')]);
  isLoaded({ client: client.response });
</script>
`),
};

/** Sends the package's first two requests by its own small script; its `load()` takes the answers. */
const early = proxyUrl => `<script type="module">
  import { begin } from '/assets/clerk-wasm/early.js';
  begin({ publishableKey: '${KEY}', proxyUrl: '${proxyUrl}' });
</script>
`;

/** What asks the Frontend API while a side's package is still on its way. */
const ahead = (side, hinted, proxyUrl) =>
  hinted === 'early' && [SLIM, INLINED].includes(side) ? early(proxyUrl) : hints(proxyUrl).replaceAll('&', '&amp;');

/** Lets the browser ask the Frontend API while the package is still on its way; the package's own requests take these answers. */
const hints = proxyUrl =>
  ['environment', 'client']
    .map(
      what => `<link rel="preload" as="fetch" crossorigin="use-credentials" href="${proxyUrl}/v1/${what}?${WIRE}">\n`,
    )
    .join('');

/**
 * The path of a side's page. `sessions` is how many the client has, `standardBrowser` what `load()` is told, and `hinted`
 * whether the page asks the Frontend API ahead: by preload hints, or with `early` by the package's own script where there is one.
 */
export const pathOf = (side, { sessions = 1, standardBrowser = true, hinted = false } = {}) =>
  `/pages/${encodeURIComponent(side)}?sessions=${sessions}&standardBrowser=${standardBrowser}${hinted ? `&hinted=${hinted}` : ''}`;

/** The page at such a path. */
export function pageAt(url) {
  const side = decodeURIComponent(url.pathname.slice('/pages/'.length));
  const proxyUrl = `${url.origin}/api/${url.searchParams.get('sessions')}`;
  const options = { telemetry: false, standardBrowser: url.searchParams.get('standardBrowser') === 'true' };
  const html = PAGES[side]?.(proxyUrl, options);
  const hinted = url.searchParams.get('hinted');
  return hinted ? html?.replace('<link rel="icon"', `${ahead(side, hinted, proxyUrl)}$&`) : html;
}
