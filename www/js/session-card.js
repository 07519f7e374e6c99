// One session: who, which state, until when, and what can be done with it.

import { whileBusy } from './busy.js';
import { fill, flash, h, setText } from './dom.js';
import { errorDetail, errorMessage } from './errors.js';
import { initials, shortId } from './format.js';
import { timeElement } from './ticker.js';
import { say } from './toast.js';
import { tokenView } from './token-view.js';

/** @import { Clerk } from 'clerk-wasm' */

/** @param {{ clerk: Clerk, id: string, refresh: () => void }} context */
export function sessionCard({ clerk, id, refresh }) {
  const avatar = h('span', { class: 'avatar', 'aria-hidden': 'true' });
  const name = h('strong', { class: 'card-name' });
  const address = h('span', { class: 'card-address' });
  const badges = h('span', { class: 'badges' });
  const facts = h('dl', { class: 'facts' });
  const output = h('div', { class: 'card-output', 'aria-live': 'polite' });
  const find = () => {
    const session = clerk.client.sessions.find(candidate => candidate.id === id);
    if (!session) throw new Error('This session is no longer on the client');
    return session;
  };

  const action = (text, kind, work) => {
    const button = h(
      'button',
      { type: 'button', class: `small ${kind}`, data: { action: text.toLowerCase().replaceAll(' ', '-') } },
      text,
    );
    button.addEventListener('click', () =>
      whileBusy(button, async () => {
        fill(output);
        try {
          await work();
        } catch (error) {
          fill(
            output,
            h(
              'p',
              { class: 'card-problem', role: 'alert' },
              errorMessage(error),
              h('span', { class: 'detail' }, errorDetail(error)),
            ),
          );
        } finally {
          refresh();
        }
      }),
    );
    return button;
  };
  const switchTo = action('Switch', 'strong', async () => {
    await clerk.setActive({ session: id });
    say(`Switched to ${name.textContent}`);
  });
  const touch = action('Touch', '', async () => {
    await find().touch();
    say('Touched');
  });
  const token = action('Get token', '', async () => fill(output, tokenView(await find().getToken())));
  const end = action('End', 'danger', async () => {
    await find().end();
    say(`Ended ${name.textContent}’s session`);
  });
  const remove = action('Remove', 'danger', async () => {
    const who = name.textContent;
    await find().remove();
    say(`Removed ${who}’s session`);
  });
  const element = h(
    'li',
    { class: 'card', data: { session: id } },
    h('div', { class: 'card-head' }, avatar, h('div', { class: 'card-who' }, name, address), badges),
    facts,
    h('div', { class: 'card-actions', role: 'group' }, switchTo, touch, token, end, remove),
    output,
  );

  let state = '';
  return {
    element,
    update(session, current) {
      const data = session.publicUserData;
      const email = session.user?.primaryEmailAddress?.emailAddress ?? data?.identifier ?? '';
      const full =
        session.user?.fullName ||
        [data?.firstName, data?.lastName].filter(Boolean).join(' ') ||
        email ||
        'Unnamed user';
      setText(name, full);
      setText(address, full === email ? '' : email);
      setText(avatar, initials(full));
      avatar.style.setProperty('--hue', String(hue(session.user?.id ?? email)));
      element.querySelector('[role=group]').setAttribute('aria-label', `Actions for ${full}`);
      const live = session.status === 'active' || session.status === 'pending';
      fill(
        badges,
        current && h('span', { class: 'badge current' }, 'current'),
        h('span', { class: 'badge', data: { status: session.status } }, session.status),
      );
      fill(
        facts,
        fact('expires', timeElement(session.expireAt)),
        fact('active', timeElement(session.lastActiveAt)),
        fact('id', h('code', { title: session.id }, shortId(session.id))),
      );
      element.toggleAttribute('data-current', current);
      element.toggleAttribute('data-live', live);
      switchTo.hidden = current || !live;
      touch.hidden = token.hidden = end.hidden = !live;
      const now = `${session.status} ${current}`;
      if (state !== '' && state !== now) flash(element);
      state = now;
    },
  };
}

const fact = (label, value) => h('div', {}, h('dt', {}, label), h('dd', {}, value));

function hue(text) {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + character.codePointAt(0)) % 360;
  return sum;
}
