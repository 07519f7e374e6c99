// The client's sessions as cards. A card lives as long as its session id: it is updated, not rebuilt, so that the
// focus stays on the button that was pressed.

import { whileBusy } from './busy.js';
import { byId, fill, h, panelHead, setText } from './dom.js';
import { errorMessage } from './errors.js';
import { plural } from './format.js';
import { sessionCard } from './session-card.js';
import { say } from './toast.js';

/** @import { Clerk } from 'clerk-wasm' */

/** @param {{ clerk: Clerk, refresh: () => void }} context */
export function sessionsPanel({ clerk, refresh }) {
  const panel = byId('sessions');
  const count = h('span', { class: 'count', id: 'sessions-count' }, '0');
  const signOut = h('button', { type: 'button', class: 'danger small', id: 'sign-out' }, 'Sign out');
  const head = panelHead('sessions-title', 'Sessions', count, signOut);
  head.querySelector('h3').tabIndex = -1;
  const list = h('ul', { class: 'cards', 'aria-labelledby': 'sessions-title' });
  const empty = h('p', { class: 'empty' }, 'No session on this client. Sign up or sign in to get one.');
  const problem = h('p', { class: 'card-problem', role: 'alert' });
  fill(panel, head, problem, empty, list);
  const cards = new Map();

  signOut.addEventListener('click', () =>
    whileBusy(signOut, async () => {
      setText(problem, '');
      try {
        // The callback takes the place of the redirect to `/` that would otherwise follow.
        await clerk.signOut(() => say('Signed out of every session'));
        head.querySelector('h3').focus();
      } catch (error) {
        setText(problem, errorMessage(error));
      } finally {
        refresh();
      }
    }),
  );

  return {
    update() {
      const sessions = clerk.client.sessions;
      const ids = new Set(sessions.map(session => session.id));
      for (const [id, card] of cards) {
        if (ids.has(id)) continue;
        const hadFocus = card.element.contains(document.activeElement);
        card.element.remove();
        cards.delete(id);
        if (hadFocus) head.querySelector('h3').focus();
      }
      for (const session of sessions) {
        if (!cards.has(session.id)) {
          const card = sessionCard({ clerk, id: session.id, refresh });
          cards.set(session.id, card);
          list.append(card.element);
        }
        cards.get(session.id).update(session, session.id === clerk.session?.id);
      }
      const signedIn = clerk.client.signedInSessions.length;
      setText(
        count,
        sessions.length === signedIn ? plural(signedIn, 'session') : `${signedIn} of ${sessions.length} signed in`,
      );
      empty.hidden = sessions.length > 0;
      signOut.hidden = sessions.length === 0;
      setText(signOut, signedIn > 1 ? 'Sign out of all' : 'Sign out');
    },
  };
}
