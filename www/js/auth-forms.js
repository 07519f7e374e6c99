// The two flows as tabs.
import { byId, fill, h, setText } from './dom.js';
import { signInFlow } from './sign-in.js';
import { signUpFlow } from './sign-up.js';
import { tabList } from './tabs.js';

/** @import { FlowContext } from './types.js' */

/** @param {FlowContext} context */
export function authForms(context) {
  const { clerk } = context;
  const flows = { signIn: signInFlow(context), signUp: signUpFlow(context) };
  const title = h('h3', { id: 'auth-title', tabindex: '-1' }, 'Create an account');
  const hint = h('p', { class: 'hint', id: 'auth-hint' });
  const tabs = tabList('auth', [
    { id: 'sign-up-tab', label: 'Sign up', panel: flows.signUp.element },
    { id: 'sign-in-tab', label: 'Sign in', panel: flows.signIn.element },
  ]);
  fill(byId('auth'), h('div', { class: 'panel-head' }, title), hint, tabs.element, ...tabs.panels);
  for (const flow of Object.values(flows)) flow.open();

  return {
    flows,
    /** Shows the tab of a flow. */
    select(flow) {
      tabs.select(`${flow.id}-tab`);
      return flow;
    },
    update() {
      const count = clerk.client.signedInSessions.length;
      setText(title, count === 0 ? 'Create an account, or sign in' : 'Add another account');
      setText(
        hint,
        count === 0
          ? 'Nobody is signed in on this device.'
          : 'It joins the sessions beside it: several accounts, one client.',
      );
    },
    focus: () => title.focus(),
  };
}
