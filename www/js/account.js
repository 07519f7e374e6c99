// The left column: the two flows, the mail that they send, and whom to try them with.
import { authForms } from './auth-forms.js';
import { comeBack } from './callback.js';
import { offerDemoWallet } from './demo-wallet.js';
import { byId } from './dom.js';
import { outboxPanel } from './outbox.js';
import { makePeople } from './people.js';
import { peoplePanel } from './people-panel.js';
import { say } from './toast.js';

/** @import { Clerk } from 'clerk-wasm' */
/** @import { Emulator, Environment } from './types.js' */

/**
 * `people` are those whom the emulator knows from the start.
 * @param {{ clerk: Clerk, emulator: Emulator|null, people: object[], environment: Environment, refresh: () => void }} context
 */
export async function accountColumn({ clerk, emulator, people: seeded, environment, refresh }) {
  const people = makePeople(seeded);
  const done = what => {
    say(
      `${what} as ${clerk.user?.primaryEmailAddress?.emailAddress ?? clerk.user?.fullName ?? 'the new session’s user'}`,
    );
    refresh();
    auth.focus();
  };
  const outbox = outboxPanel(emulator);
  // Before the flows: they offer the wallets that there are.
  const address = emulator && (await offerDemoWallet());
  const auth = authForms({ clerk, outbox, people, environment, emulator, done });
  if (emulator) await peoplePanel({ emulator, people, auth, address });
  else byId('people').hidden = true;
  return { update: auth.update, comeBack: () => comeBack({ clerk, ...auth, done }) };
}
