// What of the emulator's instance is worth changing while somebody tries the page. The page starts anew with it.
import { h } from './dom.js';

/** @import { Emulator } from './types.js' */

const SWITCHES = [
  { label: 'Sign-ups need a username', name: 'username', on: 'required', off: 'on' },
  { label: 'Everybody is asked for a code by email, too', name: 'email_second_factors', on: ['email_code'], off: [] },
];

/**
 * `fail` shows what the emulator refuses.
 * @param {Emulator} emulator
 * @param {(error: unknown) => void} fail
 */
export async function instanceSwitches(emulator, fail) {
  const settings = await emulator.settings();
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  return h(
    'fieldset',
    { class: 'switches' },
    h('legend', {}, 'The instance'),
    SWITCHES.map(({ label, name, on, off }) => {
      const box = h('input', { type: 'checkbox', id: `switch-${name}`, checked: same(settings[name], on) });
      box.addEventListener('change', () => {
        emulator.change({ [name]: box.checked ? on : off }).then(() => location.reload(), fail);
      });
      return h('label', { class: 'switch' }, box, label);
    }),
  );
}
