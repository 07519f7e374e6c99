// A factor that is a code, sent to an address or a number of the person's.
import { askForCode } from './code.js';

/** Where a factor's code or link goes. */
export const to = ({ safeIdentifier }) => `to ${safeIdentifier}`;

/** @param {'First'|'Second'} nth Which factor. */
export const codeFactor = (nth, title) => ({
  title,
  note: to,
  begin: (flow, { strategy, emailAddressId, phoneNumberId, safeIdentifier }) =>
    askForCode(flow, {
      address: safeIdentifier,
      send: () => flow.attempt[`prepare${nth}Factor`]({ strategy, emailAddressId, phoneNumberId }),
      verify: code => flow.attempt[`attempt${nth}Factor`]({ strategy, code }),
    }),
});
