// An instance has an account portal, by which the window of a provider tells the page that opened it how it ended. That of
// the demo's key is nowhere: the emulator has the page of it, and this sends the window there.

/** @import { Clerk } from 'clerk-wasm' */

const PAGE = '/popup-callback';
const ROUTES = ['redirect_url', 'action_complete_redirect_url'];

/**
 * @param {Clerk} clerk
 * @param {string} emulator Its address.
 */
export function standInForPortal(clerk, emulator) {
  let portal;
  clerk.__internal_onBeforeRequest(request => {
    const body = String(request.body);
    if (!body.includes(encodeURIComponent(PAGE))) return;
    const form = new URLSearchParams(body);
    for (const name of ROUTES) {
      const url = URL.parse(form.get(name));
      if (url?.pathname !== PAGE) continue;
      portal = url.origin;
      form.set(name, emulator + url.pathname + url.search);
    }
    request.body = form.toString();
  });
  addEventListener('message', ({ origin, data }) => {
    if (portal && origin === emulator) dispatchEvent(new MessageEvent('message', { origin: portal, data }));
  });
}
