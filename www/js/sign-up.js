// Sign-up in two steps: the details, then the code that was mailed.
import { fill, h } from './dom.js';
import { makeForm } from './form.js';
import { examplePerson, rememberAccount } from './people.js';
import { codeStep } from './code-step.js';

export function signUpPane({ clerk, outbox, done }) {
  const pane = h('div', { class: 'pane' });
  const attempt = () => clerk.client.signUp;

  const example = h('button', { type: 'button', class: 'quiet' }, 'Fill in an example');
  const details = makeForm({
    id: 'sign-up',
    fields: [
      { name: 'firstName', label: 'First name', autocomplete: 'given-name', optional: true },
      { name: 'lastName', label: 'Last name', autocomplete: 'family-name', optional: true },
      { name: 'emailAddress', label: 'Email address', type: 'email', autocomplete: 'email' },
      { name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password' },
    ],
    submit: 'Sign up',
    extras: [example],
    async onSubmit(values) {
      const params = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
      const signUp = await attempt().create(params);
      rememberAccount({ emailAddress: values.emailAddress, password: values.password });
      if (signUp.createdSessionId) await finish(signUp);
      else await askForCode();
    },
  });
  example.addEventListener('click', () => {
    details.clearError();
    details.set(examplePerson());
    details.button.focus();
  });

  async function askForCode() {
    await attempt().prepareEmailAddressVerification();
    await outbox.refresh();
    showCode().focus();
  }

  function showCode() {
    const step = codeStep({
      id: 'sign-up-code',
      address: attempt().emailAddress,
      outbox,
      resend: () => attempt().prepareEmailAddressVerification(),
      back: showDetails,
      async verify(code) {
        const signUp = await attempt().attemptEmailAddressVerification({ code });
        if (!signUp.createdSessionId) throw new Error(unfinished(signUp));
        await finish(signUp);
      },
    });
    fill(pane, step.element);
    return step;
  }

  function showDetails() {
    outbox.stopWaiting();
    fill(pane, details.element);
    details.input('firstName').focus();
  }

  async function finish(signUp) {
    await clerk.setActive({ session: signUp.createdSessionId });
    outbox.stopWaiting();
    details.element.reset();
    fill(pane, details.element);
    done('Signed up');
  }

  fill(pane, details.element);
  return {
    element: pane,
    /** Takes up a sign-up that an earlier visit left at its code. */
    resume() {
      const signUp = attempt();
      if (signUp.status !== 'missing_requirements' || !signUp.unverifiedFields?.includes('email_address')) return false;
      showCode();
      return true;
    },
  };
}

function unfinished(signUp) {
  const missing = [...(signUp.missingFields ?? []), ...(signUp.unverifiedFields ?? [])];
  return `The sign-up is ${signUp.status}${missing.length > 0 ? `; it still needs ${missing.join(', ')}` : ''}.`;
}
