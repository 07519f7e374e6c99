// What a client is to others: the rows of tests/fixtures/client_forms.json, to which src/model/tests.rs holds Rust.

import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { androidClient, BackendClient, backendClient, backendJson } from '../../../src/js/glue/backend.js';
import { HIDDEN } from '../../../src/js/glue/hidden.js';
import { create, define } from '../../../src/js/glue/resource.js';

const fixture = name => JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
const { rows } = fixture('client_forms');

beforeAll(() => {
  for (const [name, fields] of Object.entries(fixture('nouns'))) define(name, fields);
});

/** The JSON behind a client, as its methods have it. */
const jsonOf = client => create('Client', client)[HIDDEN].json;
const written = value => JSON.parse(JSON.stringify(value));

test.for(rows.map(row => [row.what, row]))('%s', ([, { client, backend, android }]) => {
  const json = jsonOf(client);
  expect(written(backendJson(json))).toEqual(backend);
  expect(written(androidClient(json))).toEqual(android);
  expect(backendClient(json)).toEqual(BackendClient.fromJSON(backend));
  expect(json).toEqual(jsonOf(structuredClone(client)));
});

test('what was filled in is no object of two keys', () => {
  const { sign_up } = androidClient({ sign_up: { id: 'sua_1' } });
  sign_up.required_fields.push('email_address');
  expect(sign_up.optional_fields).toEqual([]);
  expect(androidClient({ sign_up: { id: 'sua_1' } }).sign_up.required_fields).toEqual([]);
});
