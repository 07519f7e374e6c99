// Which parts the visit has, and which of them somebody asks for.
import { access } from './access.mjs';
import { accounts } from './accounts.mjs';
import { documentation } from './documentation.mjs';
import { errors } from './errors.mjs';
import { firstFactors } from './first-factors.mjs';
import { loading } from './loading.mjs';
import { methods } from './methods.mjs';
import { ownSecrets } from './own-secrets.mjs';
import { providers } from './providers.mjs';
import { screens } from './screens.mjs';
import { secondFactors } from './second-factors.mjs';
import { signUps } from './sign-ups.mjs';
import { stepScreens } from './step-screens.mjs';
import { troubles } from './troubles.mjs';

/** One visit: each part stands on the accounts and the sessions that those before it have left. */
const story = [loading, accounts, errors, methods, access, screens];

const parts = [
  documentation,
  ...story,
  troubles,
  stepScreens,
  firstFactors,
  secondFactors,
  providers,
  ownSecrets,
  signUps,
];

const plain = name => name.toLowerCase().replaceAll('-', '');
const fits = (part, words) => words.some(word => plain(part.name).includes(plain(word)));

/** The parts in whose names one of the words stands, with those that they stand on; all of them where there are no words. */
export function chosen(words) {
  if (words.length === 0) return parts;
  const wanted = parts.filter(part => fits(part, words));
  if (wanted.length === 0) {
    throw new Error(`No part of the visit is called ${words.join(' ')}: ${parts.map(({ name }) => name).join(', ')}`);
  }
  const last = story.findLastIndex(part => wanted.includes(part));
  return parts.filter(part => wanted.includes(part) || story.slice(0, last + 1).includes(part));
}
