// What outlasts the page holds no token, wherever it stands.

import { afterEach, expect, test, vi } from 'vitest';
import { store } from '../../../src/platform/browser/page.js';

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzaWQiOiJzIn0.c2ln';

afterEach(() => vi.unstubAllGlobals());

test.for([
  ['alone', JWT],
  ['behind a word', `Bearer ${JWT}`],
  ['in a query', `https://x.test/?token=${JWT}&a=b`],
  ['in a list', [`a ${JWT}`]],
  ['behind a line', `a\n${JWT}`],
  ['as a key', { [JWT]: 1 }],
  ['in a key', { [`token=${JWT}`]: 1 }],
])('a JWT %s is not kept', ([, value]) => {
  const kept = [];
  vi.stubGlobal('localStorage', { removeItem() {}, setItem: (_, text) => kept.push(text) });
  store('name', { value, other: 'eyJ is a text. So is this.' }, 'secret');
  expect(kept).toHaveLength(1);
  expect(kept[0]).not.toContain('c2ln');
  expect(JSON.parse(kept[0]).other).toBe('eyJ is a text. So is this.');
});
