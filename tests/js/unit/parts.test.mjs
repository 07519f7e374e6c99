// Which parts of the demo's visit a word chooses.

import { expect, test } from 'vitest';
import { chosen } from '../e2e/demo/parts.mjs';

const names = words => chosen(words).map(({ name }) => name);

test('all parts are visited where nobody asks for some', () => {
  expect(names([])).toHaveLength(14);
});

test('a part that stands by itself is visited alone', () => {
  expect(names(['own-secrets'])).toEqual(['ownSecrets']);
  expect(names(['sign-ups', 'providers'])).toEqual(['providers', 'signUps']);
});

test('a part of the story is visited after those that it stands on', () => {
  expect(names(['errors'])).toEqual(['loading', 'accounts', 'errors']);
  expect(names(['loading'])).toEqual(['loading']);
});

test('a word that fits no part is refused, with the names of all', () => {
  expect(() => chosen(['nothing'])).toThrow(/called nothing: documentation, loading, .*signUps/u);
});
