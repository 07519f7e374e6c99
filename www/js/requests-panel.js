// The request list, newest first. One row per request; opening it shows query and form.
import { byId, fill, h, panelHead, setText } from './dom.js';
import { clockTime, milliseconds, plural } from './format.js';

/** @import { RequestLog } from './requests.js' */

const SHOWN = 60;

/** @param {RequestLog} log */
export function requestsPanel(log) {
  const panel = byId('requests');
  const rows = new Map();
  const count = h('span', { class: 'count', id: 'requests-count' }, '0');
  const list = h('ol', { class: 'requests', 'aria-labelledby': 'requests-title', reversed: true });
  const empty = h('p', { class: 'empty' }, 'Nothing has been sent yet.');
  const clear = h('button', { type: 'button', class: 'quiet small' }, 'Clear');
  clear.addEventListener('click', () => {
    rows.clear();
    fill(list);
    empty.hidden = false;
    setText(count, 'cleared');
  });
  fill(panel, panelHead('requests-title', 'Requests', count, clear), empty, list);

  const update = entry => {
    let row = rows.get(entry.id);
    if (!row) {
      row = requestRow(entry);
      rows.set(entry.id, row);
      list.prepend(row.element);
      empty.hidden = true;
      for (const old of [...list.children].slice(SHOWN)) old.remove();
      setText(count, plural(entry.id, 'request'));
    }
    row.update(entry);
  };
  log.entries.toReversed().forEach(update);
  log.addEventListener('change', (/** @type {CustomEvent} */ { detail }) => update(detail));
}

function requestRow(entry) {
  const status = h('span', { class: 'code' }, '…');
  const ms = h('span', { class: 'ms' }, '');
  const summary = h(
    'summary',
    {},
    h('span', { class: 'verb', data: { verb: entry.method } }, entry.method),
    h('span', { class: 'path' }, breakable(entry.path)),
    status,
    ms,
  );
  const form = h('div', {}, line('form', 'empty'));
  const details = h(
    'details',
    {},
    summary,
    h(
      'div',
      { class: 'wire-body' },
      line('sent as', `${entry.sent} at ${clockTime(entry.at)}`),
      table('query', entry.query),
      form,
    ),
  );
  const element = h(
    'li',
    { class: 'request', data: { method: entry.method, path: entry.path, state: 'pending' } },
    details,
  );
  return {
    element,
    update(now) {
      if (now.failed) {
        element.dataset.state = 'failed';
        setText(status, now.failed);
      } else if (now.status !== null) {
        element.dataset.state = now.status >= 400 ? 'refused' : 'ok';
        setText(status, String(now.status));
      }
      if (now.form.length > 0 && form.dataset.filled === undefined) {
        form.dataset.filled = '';
        fill(form, table('form', now.form));
      }
      if (now.ms !== null) setText(ms, milliseconds(now.ms));
    },
  };
}

const line = (name, text) => h('p', { class: 'kv' }, h('span', {}, name), h('code', {}, text));

function table(name, pairs) {
  return h(
    'div',
    { class: 'pairs' },
    h('span', {}, name),
    h(
      'dl',
      {},
      ...pairs.map(([key, value]) => h('div', {}, h('dt', {}, key), h('dd', {}, value === '' ? '(empty)' : value))),
    ),
  );
}

// Lets a long path wrap after its slashes and nowhere inside a word.
function breakable(path) {
  return path.split('/').flatMap((part, index) => (index === 0 ? [part] : ['/', h('wbr'), part]));
}
