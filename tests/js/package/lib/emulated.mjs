// The package in Node on a real Frontend API: the emulator, and a `fetch` that keeps its cookies as a browser does.

import { Clerk } from 'clerk-wasm';
import { startEmulator } from '../../differential/lib/emulator.mjs';
import { LIVE } from './fapi.mjs';

const { EMULATOR } = process.env;

export const ada = { email_address: 'ada@example.com', password: 'correct-horse-battery' };

/** Starts an emulator; `onLive()` is a Clerk object that has loaded from it, in a browser of its own. */
export async function emulated() {
  if (!EMULATOR)
    throw new Error('EMULATOR names the program clerk-fapi-emulator; `cargo xtask test vitest` builds it and sets it.');
  const { fetch } = globalThis;
  const emulator = await startEmulator(EMULATOR);
  const onLive = async () => {
    const jar = new Map();
    globalThis.fetch = async (...args) => {
      const request = new Request(...args);
      request.headers.set('cookie', [...jar.values()].join('; '));
      const response = await fetch(request);
      for (const line of response.headers.getSetCookie()) jar.set(line.split('=')[0], line.split(';')[0]);
      return response;
    };
    const clerk = new Clerk(LIVE, { proxyUrl: emulator.url });
    await clerk.load({ standardBrowser: false });
    return clerk;
  };
  const stop = () => {
    globalThis.fetch = fetch;
    return emulator.stop();
  };
  return { control: emulator.control, onLive, stop };
}
