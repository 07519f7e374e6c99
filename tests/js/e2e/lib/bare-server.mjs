// Serves pages that hold nothing but the package, whose files it takes from the demo's server. They are really served,
// not filled in by Playwright: Chromium lets only a page of a local server speak to another local server.
import { createServer } from 'node:http';

/** @param {Map<string, string>} pages HTML by path. */
export async function serveBare(pages, packageBase) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pages.has(pathname)) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pages.get(pathname));
      return;
    }
    try {
      const file = await fetch(packageBase + pathname);
      response.writeHead(file.status, {
        'content-type': file.headers.get('content-type') ?? 'application/octet-stream',
      });
      response.end(Buffer.from(await file.arrayBuffer()));
    } catch (error) {
      response.writeHead(502, { 'content-type': 'text/plain' }).end(String(error.message));
    }
  });
  await new Promise(resolve => server.listen(0, 'localhost', resolve));
  return { url: `http://localhost:${server.address().port}`, close: () => server.close() };
}
