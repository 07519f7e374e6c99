// The people of the demo: those whom its emulator knows from the start, and those who sign up on this page.
import { providerTitle } from './steps/provider.js';

const NAMES = [
  ['Ada', 'Lovelace'],
  ['Grace', 'Hopper'],
  ['Annie', 'Easley'],
  ['Dorothy', 'Vaughan'],
  ['Mary', 'Jackson'],
  ['Barbara', 'Liskov'],
  ['Donald', 'Knuth'],
  ['Hedy', 'Lamarr'],
];
let next = 0;

/** A person with an address that no earlier visit has used. `+clerk_test` is Clerk's own mark for test addresses. */
export function examplePerson() {
  const [firstName, lastName] = NAMES[next++ % NAMES.length];
  const tag = Date.now().toString(36).slice(-4);
  return {
    firstName,
    lastName,
    username: `${firstName.toLowerCase()}_${tag}${next}`,
    emailAddress: `${firstName.toLowerCase()}.${tag}${next}+clerk_test@example.com`,
    password: `${lastName.toLowerCase()}-wrote-${1000 + Math.floor(Math.random() * 9000)}-lines`,
  };
}

// What a seed says of somebody, and what can be tried with it.
const TRIES = {
  password: 'password',
  phone_numbers: 'text message',
  totp_secret: 'authenticator app',
  backup_codes: 'backup code',
  phone_number: 'text message as second proof',
  passkeys: 'passkey',
  web3_wallets: 'wallet',
};

/** `seeded` are users as the emulator's seed has them, with their ids. */
export function makePeople(seeded) {
  const people = [];
  const changes = new EventTarget();
  const called = name => people.find(({ names }) => names.includes(name));
  const add = person => {
    people.push(person);
    changes.dispatchEvent(new Event('change'));
  };
  for (const user of seeded) add(personOf(user));
  return {
    all: () => people,
    called,
    add: user => add(personOf(user)),
    /** Somebody who signs up here. */
    remember({ emailAddress, phoneNumber, username, firstName, lastName, password }) {
      const names = [emailAddress, phoneNumber, username].filter(Boolean);
      if (names.length === 0) return;
      const title = [firstName, lastName].filter(Boolean).join(' ') || names[0];
      const known = called(names[0]);
      if (known) Object.assign(known, { title, names, password: password ?? known.password });
      else add({ title, names, password, tries: password ? [TRIES.password] : [] });
    },
    onChange: listener => changes.addEventListener('change', listener),
  };
}

function personOf(user) {
  const accounts = (user.external_accounts ?? []).map(account =>
    account.enterprise_connection_id ? 'single sign-on' : providerTitle(account),
  );
  return {
    id: user.id,
    title: `${user.first_name} ${user.last_name}`,
    names: [user.email_address, user.username, ...(user.phone_numbers ?? []).map(phone => phone.phone_number)].filter(
      Boolean,
    ),
    password: user.password,
    totpSecret: user.totp_secret,
    backupCodes: user.backup_codes,
    tries: [
      ...Object.keys(TRIES)
        .filter(name => user[name])
        .map(name => TRIES[name]),
      ...accounts,
    ],
  };
}
