// Started with the Frontend API's address and a publishable key.
import { readFile } from 'node:fs/promises';
import init, { Clerk } from 'clerk-wasm/slim';

const [proxyUrl, publishableKey] = process.argv.slice(2);
const make = () => new Clerk(publishableKey, { proxyUrl });

let early = null;
try {
  make();
} catch (error) {
  early = `${error.name}: ${error.message}`;
}
const bytes = await readFile(new URL(import.meta.resolve('clerk-wasm/clerk_wasm_bg.wasm')));
await init(bytes);
const clerk = make();
await clerk.load({ standardBrowser: false });
console.log(JSON.stringify({ early, id: clerk.client.id }));
