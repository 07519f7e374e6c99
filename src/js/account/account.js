// Every method of what a user has, by its noun and its name. `../glue/lazy.js` loads this.

import { use } from '../flows/tools.js';
import * as identification from './identification.js';
import { linkFlows } from './link_flows.js';
import { defineNouns } from './nouns.js';
import * as organization from './organization.js';
import { reload } from './reload.js';
import { methodOf } from './row.js';
import * as user from './user.js';
import { userFlows } from './user_flows.js';

/** The rows of all nouns; `Any` has those of every resource. */
export const tables = { ...user, ...identification, ...organization, Any: { reload } };

const flows = { User: userFlows, EmailAddress: linkFlows };

const methodsOf = (noun, rows) => ({
  ...Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, methodOf(noun, name, row)])),
  ...flows[noun],
});

/** The methods, with what they need of the script that loads them. */
export function methodsWith(tools) {
  use(tools);
  defineNouns(tables);
  return Object.fromEntries(Object.entries(tables).map(([noun, rows]) => [noun, methodsOf(noun, rows)]));
}
