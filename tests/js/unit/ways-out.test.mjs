// Where one may go, as the first part says it at once: the rows of tests/fixtures/ways_out.json, to which tests/engine_ways_out.rs holds Rust.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go } from '../../../src/js/glue/navigation.js';
import { urlAfter, urlWithAuth } from '../../../src/js/glue/urls.js';
import { pageAt, rows } from '../lib/ways-out.mjs';

const TOKEN = 'dvb_1';
const instanceOf = ({ instance, frontendApi, options }) => ({
  clerk: { frontendApi, instanceType: instance, proxyUrl: '' },
  options,
});

beforeEach(() => vi.stubGlobal('console', { ...console, warn: () => {} }));
afterEach(() => vi.unstubAllGlobals());

function on(href, went) {
  for (const [name, value] of Object.entries(pageAt(href, went))) vi.stubGlobal(name, value);
}

test.for(rows)('a page that is asked for in the query: $to on $page', row => {
  on(row.page);
  const url = urlAfter('signIn', instanceOf(row), {}, new URLSearchParams({ redirect_url: row.to }));
  // These are resolved against the origin, not the page.
  const { href } = new URL(row.to, row.root);
  expect(url).toBe(row.to && row.ways.includes('a') ? href : '/');
});

test.for(rows)('a page that is gone to: $to on $page', row => {
  let shown;
  on(row.page, to => (shown = to));
  go({ options: row.options, navigationListeners: [] }, row.to);
  expect(shown).toBe(row.ways.includes('p') ? row.absolute : row.root);
});

test.for(rows)('whether the token goes along: $to on $page', row => {
  on(row.page);
  const token = row.instance === 'development' ? TOKEN : undefined;
  expect(urlWithAuth(row.to, token, instanceOf(row)).includes(TOKEN)).toBe(row.ways.includes('t'));
});

test('the token goes to the proxy of the Frontend API', () => {
  on('https://app.test/');
  const clerk = { frontendApi: 'x.accounts.dev', instanceType: 'development', proxyUrl: 'https://proxy.test/clerk' };
  const made = url => urlWithAuth(url, TOKEN, { clerk, options: {} });
  expect(made('https://proxy.test/clerk/v1/client/touch')).toContain(TOKEN);
  for (const url of ['https://proxy.test.evil.example/', 'https://proxy.tes/', 'http://proxy.test/clerk'])
    expect(made(url)).not.toContain(TOKEN);
});
