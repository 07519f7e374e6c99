// The addresses of this page to which providers and links of mails lead; `callback.js` reads them.
const here = from => `${location.origin}${location.pathname}?came=${from}`;

/** Where a provider sends the browser back to, while the attempt is not complete. */
export const callbackUrl = id => here(id);
/** Where it goes with a session. */
export const completeUrl = id => here(`${id}-complete`);
/** Where a link of a mail leads. */
export const emailLinkUrl = () => here('link');
