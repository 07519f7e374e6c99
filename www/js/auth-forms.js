// The two forms as tabs.
import { byId, fill, h, setText } from './dom.js';
import { signInPane } from './sign-in.js';
import { signUpPane } from './sign-up.js';

export function authForms(context) {
  const { clerk } = context;
  const signUp = signUpPane(context);
  const signIn = signInPane(context);
  const title = h('h3', { id: 'auth-title', tabindex: '-1' }, 'Create an account');
  const hint = h('p', { class: 'hint', id: 'auth-hint' });
  const tabs = tabList('auth', [
    { id: 'sign-up-tab', label: 'Sign up', panel: signUp.element },
    { id: 'sign-in-tab', label: 'Sign in', panel: signIn.element },
  ]);
  fill(byId('auth'), h('div', { class: 'panel-head' }, title), hint, tabs.element, ...tabs.panels);
  signUp.resume();

  return {
    update() {
      const count = clerk.client.signedInSessions.length;
      setText(title, count === 0 ? 'Create an account, or sign in' : 'Add another account');
      setText(hint, count === 0
        ? 'Nobody is signed in on this device.'
        : 'It joins the sessions beside it: several accounts, one client.');
    },
    focus: () => title.focus(),
  };
}

// Tabs by the ARIA practices: one tab stop, arrows, Home and End.
function tabList(name, entries) {
  const tabs = entries.map(({ id, label, panel }) => {
    const tab = h('button', { type: 'button', role: 'tab', id, 'aria-controls': `${id}-panel` }, label);
    panel.id = `${id}-panel`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', id);
    return tab;
  });
  const select = (index, focus) => {
    tabs.forEach((tab, position) => {
      const chosen = position === index;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      entries[position].panel.hidden = !chosen;
    });
    if (focus) tabs[index].focus();
  };
  const element = h('div', { class: 'tabs', role: 'tablist', 'aria-labelledby': `${name}-title` }, ...tabs);
  tabs.forEach((tab, index) => tab.addEventListener('click', () => select(index, false)));
  element.addEventListener('keydown', (event) => {
    const last = tabs.length - 1;
    const now = tabs.indexOf(document.activeElement);
    const target = { ArrowRight: now === last ? 0 : now + 1, ArrowLeft: now === 0 ? last : now - 1, Home: 0, End: last }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    select(target, true);
  });
  select(0, false);
  return { element, panels: entries.map((entry) => entry.panel) };
}
