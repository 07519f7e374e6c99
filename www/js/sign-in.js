// Sign-in with a password, or with a code by mail.
import { fill, h } from './dom.js';
import { makeForm } from './form.js';
import { lastAccount } from './people.js';
import { codeStep } from './code-step.js';

export function signInPane({ clerk, outbox, done }) {
  const pane = h('div', { class: 'pane' });
  const attempt = () => clerk.client.signIn;
  const choice = strategyChoice((strategy) => {
    details.show('password', strategy === 'password');
    details.button.textContent = strategy === 'password' ? 'Sign in' : 'Send a code';
    details.clearError();
  });

  const example = h('button', { type: 'button', class: 'quiet' }, 'Fill in the last account');
  const details = makeForm({
    id: 'sign-in',
    fields: [
      { name: 'identifier', label: 'Email address', type: 'email', autocomplete: 'username', aliases: ['emailAddress'] },
      { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' },
    ],
    before: [choice.element],
    submit: 'Sign in',
    extras: [example],
    async onSubmit({ identifier, password }) {
      if (choice.value() === 'password') await finish(await attempt().create({ identifier, password }));
      else await askForCode(await attempt().create({ identifier }), identifier);
    },
  });
  example.addEventListener('click', () => {
    details.clearError();
    const signedIn = clerk.client.signedInSessions.map((session) => session.publicUserData?.identifier);
    const account = lastAccount(signedIn);
    if (account) details.set({ identifier: account.emailAddress, password: account.password });
    else details.showError(new Error('No account has been made on this page yet: sign up first'));
    if (account) details.button.focus();
  });

  async function askForCode(signIn, identifier) {
    const factor = signIn.supportedFirstFactors?.find(({ strategy }) => strategy === 'email_code');
    if (!factor) throw new Error('This account cannot sign in with a code by mail');
    const send = () => attempt().prepareFirstFactor({ strategy: 'email_code', emailAddressId: factor.emailAddressId });
    await send();
    await outbox.refresh();
    const step = codeStep({
      id: 'sign-in-code',
      address: identifier,
      outbox,
      resend: send,
      back() {
        outbox.stopWaiting();
        fill(pane, details.element);
        details.input('identifier').focus();
      },
      verify: async (code) => finish(await attempt().attemptFirstFactor({ strategy: 'email_code', code })),
    });
    fill(pane, step.element);
    step.focus();
  }

  async function finish(signIn) {
    if (signIn.status !== 'complete') {
      throw new Error(`The sign-in is ${signIn.status}, a step that this page does not have`);
    }
    await clerk.setActive({ session: signIn.createdSessionId });
    outbox.stopWaiting();
    details.element.reset();
    choice.reset();
    fill(pane, details.element);
    done('Signed in');
  }

  fill(pane, details.element);
  return { element: pane };
}

function strategyChoice(onChange) {
  const option = (value, text, checked) => {
    const input = h('input', { type: 'radio', name: 'strategy', value, id: `strategy-${value}`, checked });
    input.addEventListener('change', () => onChange(value));
    return [input, h('label', { for: `strategy-${value}` }, text)];
  };
  const [password, passwordLabel] = option('password', 'Password', true);
  const [code, codeLabel] = option('email_code', 'Email code', false);
  return {
    element: h('fieldset', { class: 'segmented' }, h('legend', { class: 'sr' }, 'Sign in with'),
      password, passwordLabel, code, codeLabel),
    value: () => (code.checked ? 'email_code' : 'password'),
    reset() {
      password.checked = true;
      onChange('password');
    },
  };
}
