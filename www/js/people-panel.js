// With whom each way in can be tried, and what of the instance can be changed for it.

import { makeAlert } from './alert.js';
import { whileBusy } from './busy.js';
import { makePasskey } from './demo-passkey.js';
import { byId, fill, h, panelHead } from './dom.js';
import { instanceSwitches } from './instance.js';
import { examplePerson } from './people.js';
import { say } from './toast.js';

/** @import { Emulator, People } from './types.js' */

/**
 * `address` is that of the demo's wallet, if the browser has what it takes.
 * @param {{ emulator: Emulator, people: People, auth: ReturnType<typeof import('./auth-forms.js').authForms>,
 *   address: string|null }} context
 */
export async function peoplePanel({ emulator, people, auth, address }) {
  const list = h('ul', { class: 'people', 'aria-labelledby': 'people-title' });
  const show = () => fill(list, ...people.all().map(person => row(person, auth)));
  people.onChange(show);
  show();
  const alert = makeAlert();

  /** A button that has the emulator get to know somebody with what only this browser has. */
  const newcomer = (title, secret) => {
    const button = h('button', { type: 'button', class: 'small' }, title);
    button.addEventListener('click', () =>
      whileBusy(button, async () => {
        alert.clear();
        try {
          const { firstName, lastName, emailAddress } = examplePerson();
          const user = {
            first_name: firstName,
            last_name: lastName,
            email_address: emailAddress,
            ...(await secret(emailAddress)),
          };
          const {
            users: [{ id }],
          } = await emulator.seed(user);
          people.add({ ...user, id });
          say(`${firstName} ${lastName} has an account now`);
        } catch (error) {
          alert.show(error);
        }
      }),
    );
    return button;
  };
  fill(
    byId('people'),
    panelHead('people-title', 'People to try it with'),
    h('p', { class: 'hint' }, 'Beside what stands with them, each gets codes and links by email.'),
    list,
    alert.element,
    h(
      'div',
      { class: 'form-actions' },
      'PublicKeyCredential' in window &&
        newcomer('Add one with a passkey', async name => ({ passkeys: [await makePasskey(name)] })),
      address && newcomer('Add one with the wallet', () => ({ web3_wallets: [address] })),
    ),
    await instanceSwitches(emulator, alert.show),
  );
}

function row(person, { flows, select }) {
  const use = h('button', { type: 'button', class: 'small', 'aria-label': `Sign in as ${person.title}` }, 'Use');
  use.addEventListener('click', () => select(flows.signIn).begin({ identifier: person.names[0] }));
  return h(
    'li',
    { class: 'person', data: { person: person.names[0] } },
    h(
      'div',
      {},
      h('strong', {}, person.title),
      h('p', { class: 'person-name' }, person.names[0]),
      h('p', { class: 'person-tries' }, person.tries.join(' · ')),
    ),
    use,
  );
}
