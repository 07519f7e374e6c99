// A factor that is a code, sent to an address or a number of the person's.
import { askForCode } from './code.js';

/** @import { Factor, FactorOfUser } from '../types.js' */

/**
 * Where a factor's code or link goes.
 * @param {FactorOfUser} factor
 */
export const to = ({ safeIdentifier }) => `to ${safeIdentifier}`;

/**
 * @param {'First'|'Second'} nth Which factor.
 * @param {string} title
 * @returns {Factor}
 */
export const codeFactor = (nth, title) => ({
  title,
  note: to,
  begin: (
    flow,
    /** @type {FactorOfUser<'email_code'|'phone_code'>} */
    { strategy, emailAddressId, phoneNumberId, safeIdentifier },
  ) =>
    askForCode(flow, {
      address: safeIdentifier,
      send: () => flow.attempt[`prepare${nth}Factor`]({ strategy, emailAddressId, phoneNumberId }),
      verify: code => flow.attempt[`attempt${nth}Factor`]({ strategy, code }),
    }),
});
