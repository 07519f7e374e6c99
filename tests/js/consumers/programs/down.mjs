// A program that waits for a Frontend API that is down, and has nothing else to do.
import { Clerk } from 'clerk-wasm';

const [proxyUrl, key] = process.argv.slice(2);
const clerk = new Clerk(key, { proxyUrl });
const said = await clerk.load({ standardBrowser: false }).then(
  () => clerk.status,
  error => `${error.name}: ${error.message}`,
);
console.log(JSON.stringify({ said }));
