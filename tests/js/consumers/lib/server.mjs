// A web server on a free port of this machine.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** @param {(request) => { status, headers, body }} respond May be asynchronous. */
export async function serve(respond) {
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await respond(request);
    response.writeHead(status, headers).end(body);
  });
  await new Promise(resolve => server.listen(0, 'localhost', resolve));
  const close = () =>
    new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://localhost:${server.address().port}`, close };
}

/** Serves the files of `folder` as they are, each with `headers`; `fallback` is the file for paths that have none. */
export const serveFolder = (folder, headers = {}, fallback = undefined) =>
  serve(async request => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const wanted = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const path = fallback && !existsSync(wanted) ? join(folder, fallback) : wanted;
    try {
      const body = await readFile(path);
      return {
        status: 200,
        headers: { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', ...headers },
        body,
      };
    } catch {
      return { status: 404, headers: { 'content-type': 'text/plain' }, body: `there is no ${pathname}` };
    }
  });
