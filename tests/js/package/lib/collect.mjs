// Run with --expose-gc: reloads a client again and again, holds nothing, and prints how many of its sessions were collected.

import { client as json, loaded, session } from './fapi.mjs';

const ids = Array.from({ length: 10 }, (_, index) => `sess_${index}`);
const body = () => ({ response: json(ids.map(id => session(id))), client: null });
const { clerk } = await loaded(json(), { 'GET /client': body });

let made = 0;
let collected = 0;
const registry = new FinalizationRegistry(() => collected++);
clerk.addListener(({ client }) => {
  for (const one of client.sessions) {
    made++;
    registry.register(one);
    void one.user.fullName;
  }
});
for (let round = 0; round < 100; round++) await clerk.client.reload();
for (let round = 0; round < 20 && collected < made - ids.length; round++) {
  globalThis.gc();
  await new Promise(resolve => setTimeout(resolve, 20));
}
// The listener's own is one more: it is given the same object again while there is no news of it.
console.log(JSON.stringify({ made, collected, held: clerk.client.sessions.length + 1 }));
