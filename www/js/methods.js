// A button for each method of the Client object, with what it gave back.

import { whileBusy } from './busy.js';
import { byId, fill, h, panelHead } from './dom.js';
import { errorDetail, errorMessage } from './errors.js';
import { milliseconds, plural } from './format.js';
import { jsonText, typeName } from './inspect.js';

/** @import { PanelContext } from './types.js' */
/** @import { ClientResource, Clerk } from 'clerk-wasm' */

// `effect`: none (reads or computes), request (asks the server), danger (what it removes does not come back).
export const METHODS = [
  {
    name: 'buildTouchUrl',
    returns: 'string',
    effect: 'none',
    note: 'URL that refreshes the cookie, then redirects',
    url: true,
  },
  { name: 'clearCache', returns: 'void', effect: 'none', note: 'forgets cached session tokens' },
  {
    name: 'create',
    returns: 'Promise<ClientResource>',
    effect: 'danger',
    note: 'asks for a new client and its cookie',
  },
  { name: 'destroy', returns: 'Promise<void>', effect: 'danger', note: 'deletes the client and its sessions' },
  { name: 'isEligibleForTouch', returns: 'boolean', effect: 'none', note: 'is the cookie due within 8 days?' },
  { name: 'isNew', returns: 'boolean', effect: 'none', note: 'is it unknown to the server?' },
  { name: 'reload', returns: 'Promise<ClientResource>', effect: 'request', note: 'reads the client again' },
  {
    name: 'removeSessions',
    returns: 'Promise<ClientResource>',
    effect: 'danger',
    note: 'removes every session, keeps the client',
  },
  { name: 'resetSignIn', returns: 'void', effect: 'none', note: 'drops the sign-in in progress' },
  { name: 'resetSignUp', returns: 'void', effect: 'none', note: 'drops the sign-up in progress' },
  { name: '__internal_toSnapshot', returns: 'JSON', effect: 'none', note: 'as the wire has it' },
  { name: 'toBackend', returns: 'BackendClient', effect: 'none', note: 'as the Backend API has it' },
  { name: 'toAndroid', returns: 'JSON', effect: 'none', note: 'as Clerk’s Android SDK reads it' },
];

/** @param {PanelContext} context */
export function methodsPanel(context) {
  fill(
    byId('methods'),
    panelHead('methods-title', 'Methods', h('span', { class: 'count' }, `${METHODS.length} methods`)),
    h(
      'p',
      { class: 'legend' },
      h('span', { class: 'dot', data: { effect: 'none' } }, 'local'),
      h('span', { class: 'dot', data: { effect: 'request' } }, 'asks the server'),
      h('span', { class: 'dot', data: { effect: 'danger' } }, 'destroys something'),
    ),
    h(
      'ul',
      { class: 'methods', 'aria-labelledby': 'methods-title' },
      ...METHODS.map(method => methodRow(method, context)),
    ),
  );
}

/**
 * @param {typeof METHODS[number]} method
 * @param {PanelContext} context
 */
function methodRow(method, { clerk, log, emissions, refresh }) {
  const { name, returns, effect, note, url } = method;
  const output = h('div', { class: 'result', 'aria-live': 'polite', id: `result-${name}` });
  const input =
    url &&
    h('input', {
      type: 'text',
      id: 'touch-redirect',
      value: `${location.origin}/?q=a,b&who=Zoë#top`,
      spellcheck: 'false',
    });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'method-run',
      data: { effect, method: name },
      'aria-describedby': `note-${name}`,
    },
    name,
    h('span', { class: 'parens' }, '()'),
  );

  button.addEventListener('click', () =>
    whileBusy(button, async () => {
      const client = clerk.client;
      const before = { requests: log.entries[0]?.id ?? 0, emissions: emissions.total, at: performance.now() };
      fill(output, h('p', { class: 'pending' }, 'running'));
      let shown;
      try {
        const result = await client[name](...(url ? [{ redirectUrl: new URL(input.value) }] : []));
        shown = resultView(result, client, clerk);
      } catch (error) {
        shown = [
          h(
            'p',
            { class: 'card-problem', role: 'alert' },
            errorMessage(error),
            h('span', { class: 'detail' }, errorDetail(error)),
          ),
        ];
      }
      const cost = [
        milliseconds(performance.now() - before.at),
        plural((log.entries[0]?.id ?? 0) - before.requests, 'request'),
        plural(emissions.total - before.emissions, 'emission'),
      ];
      fill(output, ...shown, h('p', { class: 'cost' }, cost.join(' · ')));
      refresh();
    }),
  );

  return h(
    'li',
    { class: 'method' },
    h('div', { class: 'method-line' }, button, h('span', { class: 'returns' }, returns)),
    h('p', { class: 'note', id: `note-${name}` }, note),
    input && h('div', { class: 'field inline' }, h('label', { for: input.id }, 'redirectUrl'), input),
    output,
  );
}

// In development the touch URL carries the browser's token.
const withoutToken = text => text.replace(/(__clerk_db_jwt=)[^&#]+/u, '$1••••••');

/**
 * @param {any} result
 * @param {ClientResource} client The one before the call.
 * @param {Clerk} clerk
 */
function resultView(result, client, clerk) {
  const type = h('span', { class: 'type' }, typeName(result));
  if (result === undefined) return [h('p', { class: 'returned' }, 'undefined')];
  if (result === client || (result && result === clerk.client)) {
    const same = result === client && clerk.client === client;
    return [h('p', { class: 'returned' }, type, ` same client object: ${same}`)];
  }
  if (typeof result !== 'object' || result === null) {
    return [h('p', { class: 'returned' }, type, ' ', h('code', {}, withoutToken(String(result))))];
  }
  const keys = Object.keys(typeof result.toJSON === 'function' ? result.toJSON() : result);
  return [
    h('p', { class: 'returned' }, type, ` ${plural(keys.length, 'key')}`),
    h('details', { class: 'json' }, h('summary', {}, 'Show JSON'), h('pre', { tabindex: '0' }, jsonText(result))),
  ];
}
