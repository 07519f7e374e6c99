// A session token's claims. The token itself is a credential and is not put on the screen.
import { h } from './dom.js';
import { timeElement } from './ticker.js';

const MEANING = {
  iss: 'issuer',
  sub: 'user',
  sid: 'session',
  azp: 'page',
  iat: 'issued',
  nbf: 'valid from',
  exp: 'expires',
  fva: 'factor ages, min',
  sts: 'status',
  v: 'version',
  jti: 'token id',
};
const TIMES = new Set(['iat', 'nbf', 'exp']);

export function tokenView(token) {
  if (token === null || token === undefined) return h('p', { class: 'empty' }, `getToken() gave ${token}.`);
  const [header, claims] = token.split('.', 2).map(decode);
  return h(
    'div',
    { class: 'token' },
    h(
      'p',
      { class: 'token-head' },
      h('b', {}, header.alg ?? 'no alg'),
      ` signed, key ${header.kid ?? 'unnamed'}, ${token.length} characters`,
    ),
    h(
      'dl',
      { class: 'claims' },
      ...Object.entries(claims).map(([name, value]) =>
        h(
          'div',
          { data: { claim: name } },
          h('dt', {}, name, h('span', {}, MEANING[name] ?? '')),
          h('dd', {}, TIMES.has(name) ? timeElement(new Date(value * 1000)) : text(value)),
        ),
      ),
    ),
  );
}

const text = value => (typeof value === 'string' ? value : JSON.stringify(value));

function decode(part) {
  const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, character => character.charCodeAt(0))));
}
