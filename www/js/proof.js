// The header's figures. Each is measured in this page load; none is a constant.
import { setText } from './dom.js';
import { bytes, milliseconds, plural } from './format.js';

/** @import { Clerk } from 'clerk-wasm' */

const figure = (name, text) => setText(document.querySelector(`[data-proof="${name}"]`), text);

/** Bytes of the package's files, from the browser's own resource timing. */
export function showBytes() {
  // By name: a file that was preloaded and then used can have two entries.
  const files = [
    ...new Map(
      performance
        .getEntriesByType('resource')
        .filter(entry => new URL(entry.name).pathname.startsWith('/pkg/'))
        .map((/** @type {PerformanceResourceTiming} */ entry) => [entry.name, entry]),
    ).values(),
  ];
  if (files.length === 0) return;
  const encoded = files.reduce((sum, file) => sum + file.encodedBodySize, 0);
  const decoded = files.reduce((sum, file) => sum + file.decodedBodySize, 0);
  figure('bytes', bytes(encoded));
  figure(
    'bytes-note',
    encoded < decoded
      ? `compressed; ${bytes(decoded)} unpacked, ${plural(files.length, 'file')}`
      : `uncompressed, ${plural(files.length, 'file')}`,
  );
  if (encoded === decoded) void showCompressed(files);
}

// A server that compresses nothing says little about what visitors will load, so the files are compressed here.
async function showCompressed(files) {
  if (!('CompressionStream' in window)) return;
  try {
    const sizes = await Promise.all(
      files.map(async ({ name }) => {
        const { body } = await fetch(name, { cache: 'force-cache' });
        return (await new Response(body.pipeThrough(new CompressionStream('gzip'))).arrayBuffer()).byteLength;
      }),
    );
    figure('bytes-note', `uncompressed; ${bytes(sizes.reduce((sum, size) => sum + size, 0))} with gzip`);
  } catch {
    // The figure above stands without it.
  }
}

/** `ready` and `start` are `performance.now()` values: when `clerk.client` was there, when `load()` was called. */
export function showReady(start, ready, requests) {
  figure('ready', milliseconds(ready));
  figure('ready-note', `${milliseconds(ready - start)} of it in load()`);
  figure('requests', String(requests.length));
  figure('requests-note', requests.map(entry => entry.path.replace('/v1/', '')).join(', '));
}

/**
 * @param {Clerk} clerk
 * @param {string} [proxyUrl]
 */
export function showInstance(clerk, proxyUrl) {
  figure('instance', clerk.instanceType ?? '–');
  figure('instance-note', proxyUrl ? `through ${proxyUrl.replace(/^https?:\/\//u, '')}` : clerk.frontendApi);
}
