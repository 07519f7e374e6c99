// What the scenarios of users and organizations begin with, and how they name what they call.
import { ada, call, fault, keep, load, patched, same, scenario, whole } from '../language.mjs';
import * as rich from './rich.mjs';

export const THEN = 1_763_000_000_000;
export const dates = { created_at: THEN, updated_at: THEN + 1 };

/** The next answer of a call. */
export const says = (method, path, response, client = null) =>
  fault(path, { method, times: 1, body: JSON.stringify({ response, client }) });
export const deleted = (object, id) => ({ object, id, deleted: true });
export const page = (...data) => ({ data, total_count: 40 + data.length });

/** A rich user, and what of it the steps begin at. */
export const account = (name, steps, options) =>
  scenario(name, {
    signedIn: [ada],
    steps: [
      patched('/client', ...rich.richly({ session: { ...rich.session, actor: null, tasks: null } })),
      load(),
      keep('user', 'user'),
      keep('organization', 'organization'),
      ...steps,
    ],
    ...options,
  });

export const user = (method, ...args) => call(`kept.user.${method}`, ...args);
export const organization = (method, ...args) => call(`kept.organization.${method}`, ...args);
export const its = (what, method, ...args) => [keep(what, 'it'), call(`kept.it.${method}`, ...args)];
export const result = path => whole(`kept.result${path}`);
export const isIt = same('kept.result', 'kept.it');

export const ME = '/me';
export const ORGANIZATION = '/organizations/org_1';
