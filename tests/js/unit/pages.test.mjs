// Where the pages of an instance are, as the first part says it at once: the rows of tests/fixtures/pages.json, to which
// tests/engine_pages.rs holds Rust.

import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { attemptUrl, behindHash, urlAfter } from '../../../src/js/glue/urls.js';

const { worlds, hashes } = JSON.parse(readFileSync(new URL('../../fixtures/pages.json', import.meta.url), 'utf8'));

function goTo(href) {
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('document', {});
  vi.stubGlobal('location', new URL(href));
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const instanceOf = ({ options, display, satellite }) => ({
  clerk: {
    loaded: true,
    isSatellite: satellite,
    proxyUrl: '',
    frontendApi: 'clerk.app.test',
    instanceType: 'production',
    buildUrlWithAuth: url => url,
  },
  options,
  pages: display,
});

describe.each(worlds.map(world => [world.about, world]))('%s', (_, world) => {
  const instance = instanceOf(world);

  test('the pages afterwards', () => {
    goTo(world.page);
    expect(urlAfter('signIn', instance)).toBe(world.afterSignIn);
    expect(urlAfter('signUp', instance)).toBe(world.afterSignUp);
  });

  test.for(world.rows)('to %s', ([redirectUrl, signIn, signUp]) => {
    goTo(world.page);
    const given = { redirectUrl: redirectUrl ?? undefined };
    expect(attemptUrl('signIn', instance, given)).toBe(signIn);
    expect(attemptUrl('signUp', instance, given)).toBe(signUp);
  });
});

test.for(hashes)('behind the hash of %s', ([base, url]) => {
  goTo('https://app.test/a/b?c=d');
  expect(behindHash(base, 'factor-two')).toBe(url);
});
