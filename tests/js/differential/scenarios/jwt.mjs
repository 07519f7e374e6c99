// Tokens that no server signed: neither client verifies one.
import { START_OF_TIME } from '../lib/time.mjs';

const HOUR_S = 3600;
const part = json => Buffer.from(JSON.stringify(json)).toString('base64url');

const now = START_OF_TIME / 1000;

/** A token of these claims and this header, that lives for hours unless they say otherwise. */
export const jwt = (claims = {}, header = {}) =>
  [
    part({ alg: 'RS256', kid: 'ins_1', typ: 'JWT', oiat: now, ...header }),
    part({ iss: 'https://clerk.example.com', iat: now, nbf: now - 10, exp: now + 10 * HOUR_S, ...claims }),
    part('no signature'),
  ].join('.');

/** What the emulator calls the first session that it makes. */
export const sid = 'sess_tswRU2bdGzfT42ddjVyg0FrDrR0';
