// The emulator's outbox as a small mail client: nothing is really sent, so the codes are read here.
import { byId, fill, h, panelHead, setText } from './dom.js';
import { plural } from './format.js';
import { timeElement } from './ticker.js';

/** @import { Emulator } from './types.js' */

const SUBJECTS = {
  sign_in_code: 'Your sign-in code',
  sign_in_link: 'Your sign-in link',
  sign_up_link: 'Your verification link',
  second_factor_code: 'Your second code',
  reset_password_code: 'Your code for another password',
};
const SHOWN = 6;
const EVERY = 2500;

/** @param {Emulator|null} emulator */
export function outboxPanel(emulator) {
  const panel = byId('outbox');
  if (!emulator) {
    fill(
      panel,
      panelHead('outbox-title', 'Mail'),
      h(
        'p',
        { class: 'empty' },
        'This page talks to a real instance: codes come by mail, to the address you give. On a development instance an ' +
          'address with ',
        h('code', {}, '+clerk_test'),
        ' in it gets no mail and takes the code ',
        h('code', {}, '424242'),
        '.',
      ),
    );
    return { refresh: async () => {}, waitFor() {}, stopWaiting() {} };
  }

  const count = h('span', { class: 'count', id: 'outbox-count' }, 'empty');
  const list = h('ul', {
    class: 'mails',
    'aria-labelledby': 'outbox-title',
    'aria-live': 'polite',
    'aria-relevant': 'additions',
  });
  const empty = h('p', { class: 'empty' }, 'No mail yet. Codes that Clerk would send arrive here.');
  fill(panel, panelHead('outbox-title', 'Mail and text messages', count), empty, list);
  const rows = new Map();
  let waiting = null;

  const updateButtons = () => {
    for (const row of rows.values()) {
      row.button.disabled = waiting?.address !== row.to;
      row.element.toggleAttribute('data-expected', waiting?.address === row.to);
    }
  };

  function show(mails) {
    const newest = mails.toSorted((a, b) => time(b) - time(a)).slice(0, SHOWN);
    const keep = new Set(newest.map(mail => mail.id));
    for (const [id, row] of rows) {
      if (keep.has(id)) continue;
      row.element.remove();
      rows.delete(id);
    }
    for (const mail of newest.toReversed()) {
      if (rows.has(mail.id)) continue;
      const row = mailRow(mail, code => waiting?.receive(code));
      rows.set(mail.id, row);
      list.prepend(row.element);
    }
    empty.hidden = mails.length > 0;
    empty.textContent = 'No mail yet. Codes that Clerk would send arrive here.';
    setText(count, mails.length > 0 ? plural(mails.length, 'message') : 'empty');
    updateButtons();
  }

  async function refresh() {
    try {
      show(await emulator.outbox());
    } catch {
      if (rows.size > 0) return;
      empty.hidden = false;
      empty.textContent = `The emulator at ${emulator.base} does not answer, so its mail cannot be read.`;
    }
  }
  setInterval(() => document.hidden || refresh(), EVERY);
  void refresh();

  return {
    refresh,
    /** `receive` gets the code when “Use code” is pressed on a mail to `address`. */
    waitFor(address, receive) {
      waiting = { address, receive };
      updateButtons();
    },
    /** Nobody waits for a code any more. */
    stopWaiting() {
      waiting = null;
      updateButtons();
    },
  };
}

const time = mail => new Date(mail.created_at).getTime();

function mailRow(mail, use) {
  const button = h(
    'button',
    { type: 'button', class: 'small', 'aria-label': `Use code ${mail.code} for ${mail.to}` },
    'Use code',
  );
  button.addEventListener('click', () => use(mail.code));
  const link = h(
    'a',
    { class: 'button small', href: mail.url, target: '_blank', 'aria-label': `Open the link for ${mail.to}` },
    'Open the link',
  );
  const element = h(
    'li',
    { class: 'mail', data: { to: mail.to } },
    h(
      'div',
      { class: 'mail-head' },
      h('strong', {}, SUBJECTS[mail.kind] ?? 'Your verification code'),
      timeElement(new Date(mail.created_at)),
    ),
    h('p', { class: 'mail-to' }, `to ${mail.to}`),
    h('div', { class: 'mail-code' }, mail.url ? link : [h('code', {}, mail.code), button]),
  );
  return { element, button, to: mail.to };
}
