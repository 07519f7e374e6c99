// Every documented property of the Client object, with its value and the type that the runtime reports.

import { cookieBar } from './cookie-bar.js';
import { byId, fill, flash, h, panelHead, setText } from './dom.js';
import { iso, relative } from './format.js';
import { typeName, valueText } from './inspect.js';
import { everySecond } from './ticker.js';

/** @import { Clerk } from 'clerk-wasm' */

/** The order of the documentation's table. */
export const PROPERTIES = [
  'captchaBypass',
  'cookieExpiresAt',
  'createdAt',
  'id',
  'lastActiveSessionId',
  'lastAuthenticationStrategy',
  'sessions',
  'signedInSessions',
  'signIn',
  'signUp',
  'updatedAt',
];

/** @param {Clerk} clerk */
export function clientPanel(clerk) {
  const panel = byId('properties');
  const bar = cookieBar(clerk);
  const rows = new Map(PROPERTIES.map(name => [name, propertyRow(name)]));
  const table = h(
    'dl',
    { class: 'properties', 'aria-labelledby': 'properties-title' },
    ...[...rows.values()].map(row => row.element),
  );
  const count = h('span', { class: 'count' }, `${PROPERTIES.length} documented`);
  fill(panel, panelHead('properties-title', 'Properties', count), bar.element, table);

  const update = ({ quiet = false } = {}) => {
    for (const [name, row] of rows) row.update(read(clerk.client, name), quiet);
    bar.update();
  };
  everySecond(() => update({ quiet: true }));
  return { update };
}

// A getter that throws is a defect worth seeing, not one that hides the other ten.
function read(client, name) {
  try {
    return client[name];
  } catch (error) {
    return new Error(`reading ${name} threw: ${error.message}`);
  }
}

function propertyRow(name) {
  const type = h('span', { class: 'type' });
  const value = h('span', { class: 'value' });
  const aside = h('span', { class: 'relative' });
  const element = h(
    'div',
    { class: 'property', data: { property: name } },
    h('dt', {}, name),
    h('dd', { class: 'type-cell' }, type),
    h('dd', { class: 'value-cell' }, value, aside),
  );
  let known = false;
  return {
    element,
    update(current, quiet) {
      const isDate = current instanceof Date;
      const hasOtherType = setText(type, typeName(current));
      const changed = setText(value, isDate ? iso(current) : valueText(current)) || hasOtherType;
      setText(aside, isDate ? relative(current) : '');
      value.dataset.kind = current === null || current === undefined ? 'nothing' : typeof current;
      if (changed && known && !quiet) flash(element);
      known = true;
    },
  };
}
