// Started with the Frontend API's address and a publishable key.
import { Clerk } from 'clerk-wasm';

const [proxyUrl, publishableKey] = process.argv.slice(2);
const clerk = new Clerk(publishableKey, { proxyUrl });
await clerk.load({ standardBrowser: false });
console.log(
  JSON.stringify({
    id: clerk.client.id,
    status: clerk.status,
    timers: process.getActiveResourcesInfo().filter(kind => kind === 'Timeout'),
  }),
);
