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

// The two forms below are made by `src/model/backend.rs` and `src/model/android.rs` for Rust; tests/fixtures/client_forms.json holds both.

const text = value => (typeof value === 'string' ? value : undefined);
const idOf = value => text(value?.id) || null;
const listed = value => (Array.isArray(value) ? value.filter(isObject) : []);
const present = (json, keys) =>
  Object.fromEntries(keys.split(' ').flatMap(key => (json[key] == null ? [] : [[key, json[key]]])));

/** What a client of the Frontend API is to the Backend API. */
export const backendClient = client => BackendClient.fromJSON(backendJson(client));

/** The same as JSON. What the server did not send is left out, never invented. */
export function backendJson(client) {
  const client_id = idOf(client) ?? undefined;
  const sessions = listed(client.sessions);
  return {
    ...present(client, 'created_at updated_at'),
    id: client_id,
    session_ids: sessions.flatMap(({ id }) => text(id) ?? []),
    sessions: sessions.map(session => ({
      ...present(
        session,
        'id status last_active_at expire_at abandon_at created_at updated_at last_active_organization_id',
      ),
      client_id,
      user_id: idOf(session.user) ?? undefined,
      actor: session.actor || null,
    })),
    sign_in_id: idOf(client.sign_in),
    sign_up_id: idOf(client.sign_up),
    last_active_session_id: text(client.last_active_session_id) ?? null,
    last_authentication_strategy: text(client.last_authentication_strategy) || null,
  };
}

const numberOf = value => (typeof value === 'number' ? value : null);

/** A copy in which what is absent or null is made. */
function filled(json, keys, make) {
  const out = { ...json };
  for (const key of keys.split(' ')) out[key] ??= make();
  return out;
}

/** What a client is to Clerk's Android SDK, which demands some keys and refuses the whole client without them. */
export function androidClient({ id, sign_in, sign_up, sessions, updated_at, ...client }) {
  const demanded = 'required_fields optional_fields missing_fields unverified_fields';
  return {
    id: text(id) ?? null,
    sign_in: idOf(sign_in) && sign_in,
    sign_up: idOf(sign_up) && {
      ...filled(
        filled(sign_up, demanded, () => []),
        'verifications',
        () => ({}),
      ),
      password_enabled: !!(sign_up.has_password ?? sign_up.password_enabled),
      abandoned_at: numberOf(sign_up.abandon_at ?? sign_up.abandoned_at),
    },
    sessions: listed(sessions)
      .filter(idOf)
      .map(session => filled(session, 'expire_at last_active_at created_at updated_at', () => 0)),
    last_active_session_id: text(client.last_active_session_id) ?? null,
    last_authentication_strategy: text(client.last_authentication_strategy) || null,
    updated_at: numberOf(updated_at) || null,
  };
}
