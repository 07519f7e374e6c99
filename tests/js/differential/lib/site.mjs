// The site that the stage stands on: its page, the clients under test, and nothing else. Every other path answers 204,
// which leaves the page where it is: a client may navigate without the page being lost.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** @param {Record<string, string>} folders Folders on disk by the first part of their path on the site. */
export async function startSite(folders) {
  const server = createServer(async (request, response) => {
    const file = fileOf(folders, request.url);
    try {
      if (!file) throw new Error('not a file of the stage');
      const body = await readFile(file);
      response
        .writeHead(200, {
          'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
          'cache-control': 'max-age=3600',
        })
        .end(body);
    } catch {
      response.writeHead(204).end();
    }
  });
  await new Promise(resolve => server.listen(0, 'localhost', resolve));
  const close = () =>
    new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://localhost:${server.address().port}`, port: server.address().port, close };
}

function fileOf(folders, url) {
  const { pathname } = new URL(url, 'http://localhost');
  const [, first, ...rest] = pathname.split('/');
  const folder = folders[first];
  return folder && rest.length > 0 ? join(folder, normalize(rest.join('/'))) : undefined;
}
