// What the Backend API describes, as read-only objects with the documented properties and no others.

import { isObject } from './camel.js';
import { nounOf, read } from './resource.js';

/** Makes each row of the noun a property of the target, except what the JSON does not tell. */
function fill(target, name, json) {
  if (!isObject(json)) throw new TypeError(`${name}.fromJSON() takes a JSON object.`);
  for (const row of nounOf(name).rows) {
    const value = read(json, row);
    const made = row.make ? nested(row, value) : row.rule(value, json);
    if (made !== undefined) target[row.name] = Array.isArray(made) ? Object.freeze([...made]) : made;
  }
  return Object.freeze(target);
}

function nested({ kind, of }, value) {
  if (kind === '*') return Array.isArray(value) ? value.filter(isObject).map(BackendSession.fromJSON) : [];
  return isObject(value) ? fill({}, of, value) : undefined;
}

/** A session, as the Backend API describes it. */
export class BackendSession {
  static fromJSON(json) {
    return fill(new BackendSession(), 'BackendSession', json);
  }
}

/** A client, as the Backend API describes it. */
export class BackendClient {
  static fromJSON(json) {
    return fill(new BackendClient(), 'BackendClient', json);
  }
}

/** What Rust calls. */
export const backendClient = BackendClient.fromJSON;
