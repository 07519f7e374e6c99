// What may prove it a second time, by its strategy.

import { backupCode } from './backup-code.js';
import { codeFactor, to } from './code-factor.js';
import { askForLink } from './email-link.js';
import { authenticatorApp } from './totp.js';

/** @import { Factor } from '../types.js' */

const code = title => codeFactor('Second', title);

/** @type {Record<string, Factor>} */
const FACTORS = {
  phone_code: code('Code by text message'),
  email_code: code('Code by email'),
  email_link: {
    title: 'Link by email',
    note: to,
    begin: (flow, factor) => askForLink(flow, factor, signIn => signIn.secondFactorVerification),
  },
  totp: authenticatorApp,
  backup_code: backupCode,
};

export const secondFactor = strategy => FACTORS[strategy];
