// The one server of a run: the pages, both packages as a CDN would serve them, and as much of a Frontend API as they ask for.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { clientAnswer, tokenAnswer, touchAnswer } from './lib/fixture.mjs';
import { pageAt } from './lib/sides.mjs';

const TYPES = { '.js': 'text/javascript; charset=utf-8', '.wasm': 'application/wasm' };
// Only a page that is isolated from other sites may ask how much memory it takes, and gets fine timers.
const ISOLATION = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
};
const ENVIRONMENT = JSON.stringify(
  JSON.parse(readFileSync(new URL('fixtures/environment.json', import.meta.url), 'utf8')),
);
const BEST = 11;
/** What is common for answers that are made on the way. */
const QUICK = 5;

const brotli = (bytes, quality) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

const ok = (type, cache, body, more = {}) => ({
  status: 200,
  headers: { 'content-type': type, 'cache-control': cache, ...more },
  body,
});

/** Makes each value once, so that no request waits for a compressor. */
function remembered(make) {
  const made = new Map();
  return key => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
}

class Site {
  constructor(folders) {
    this.folders = folders;
    this.start = Date.now();
    this.asset = remembered(path => this.#asset(path));
    this.client = remembered(count => this.#json(clientAnswer(count), { 'set-cookie': this.#cookies() }));
    this.environment = this.#json(ENVIRONMENT);
  }

  answer(request) {
    const url = new URL(request.url, `http://${request.headers.host}`);
    if (url.pathname.startsWith('/assets/')) return this.asset(url.pathname.slice('/assets/'.length));
    if (url.pathname.startsWith('/api/')) return this.#api(url.pathname.slice('/api/'.length));
    if (url.pathname === '/client') return this.#written(url.searchParams);
    const html = url.pathname.startsWith('/pages/')
      ? pageAt(url)
      : url.pathname === '/blank' && '<!doctype html><title>blank</title>';
    return html ? ok('text/html; charset=utf-8', 'no-cache', html) : this.#nothing(url.pathname);
  }

  #asset(path) {
    const [name, ...rest] = path.split('/');
    const folder = this.folders[name];
    const file = join(folder ?? '', normalize(rest.join('/')));
    if (!folder || !file.startsWith(folder) || !existsSync(file)) return this.#nothing(path);
    const body = brotli(readFileSync(file), BEST);
    return ok(TYPES[extname(file)], 'public, max-age=31536000, immutable', body, { 'content-encoding': 'br' });
  }

  /** `path` is `<number of sessions>/v1/<what>`. */
  #api(path) {
    const [sessions, , ...what] = path.split('/');
    if (what[0] === 'environment') return this.environment;
    if (what.at(-1) === 'tokens') return this.#json(tokenAnswer(what.at(-2)));
    if (what.at(-1) === 'touch') return this.#json(touchAnswer(Number(sessions), what.at(-2)));
    return what[0] === 'client' ? this.client(Number(sessions)) : this.#nothing(path);
  }

  #json(text, more = {}) {
    return ok('application/json', 'no-store', brotli(Buffer.from(text), QUICK), { 'content-encoding': 'br', ...more });
  }

  /** A client to answer with from within the page; `later` moves its times and tokens on by so many seconds. */
  #written(query) {
    return ok(
      'application/json',
      'no-store',
      clientAnswer(Number(query.get('sessions')), this.start + query.get('later') * 1000),
    );
  }

  /** The cookies that a production instance keeps. */
  #cookies() {
    const since = Math.floor(Date.now() / 1000);
    return ['__client=bench; Path=/; HttpOnly; SameSite=Lax', `__client_uat=${since}; Path=/; SameSite=Lax`];
  }

  #nothing(path) {
    const body = JSON.stringify({ errors: [{ code: 'not_found', message: path }] });
    return { status: 404, headers: { 'content-type': 'application/json' }, body };
  }
}

/** Serves on a free port. `folders` says where the files below `/assets/<name>/` lie. */
export async function serveBench(folders) {
  const site = new Site(folders);
  const server = createServer((request, response) => {
    const { status, headers, body } = site.answer(request);
    response.writeHead(status, { ...ISOLATION, 'content-length': Buffer.byteLength(body), ...headers }).end(body);
  });
  await new Promise(resolve => server.listen(0, 'localhost', resolve));
  const close = () =>
    new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://localhost:${server.address().port}`, close };
}
