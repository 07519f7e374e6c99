// What may prove it a second time, by its strategy.
import { askForCode } from './code.js';
import { askForLink } from './email-link.js';
import { authenticatorApp } from './totp.js';
import { backupCode } from './backup-code.js';

const to = ({ safeIdentifier }) => `to ${safeIdentifier}`;

const code = (title) => ({
  title,
  note: to,
  begin: (flow, { strategy, emailAddressId, phoneNumberId, safeIdentifier }) => askForCode(flow, {
    address: safeIdentifier,
    send: () => flow.attempt.prepareSecondFactor({ strategy, emailAddressId, phoneNumberId }),
    verify: (typed) => flow.attempt.attemptSecondFactor({ strategy, code: typed }),
  }),
});

const FACTORS = {
  phone_code: code('Code by text message'),
  email_code: code('Code by email'),
  email_link: { title: 'Link by email', note: to, begin: (flow, factor) => askForLink(flow, factor, (signIn) => signIn.secondFactorVerification) },
  totp: authenticatorApp,
  backup_code: backupCode,
};

export const secondFactor = (strategy) => FACTORS[strategy];
