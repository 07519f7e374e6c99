// The other tabs of this origin, by `BroadcastChannel` and the Web Locks API. A browser may have either and refuse it: Firefox throws at a
// channel where cookies are blocked. None of these functions throws, since WebAssembly calls them.

import { undefinedIfThrown } from './page.js';

/** Gives what posts a message, and without one closes the channel. Where there are no channels, nobody else is told and nobody else is heard. */
export const openChannel = (name, hear) =>
  undefinedIfThrown(() => {
    // One of Deno's keeps the program from ending, and cannot be told not to.
    if (globalThis.Deno) return;
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => hear(data);
    undefinedIfThrown(() => channel.unref?.());
    return (...said) => undefinedIfThrown(() => (said.length ? channel.postMessage(said[0]) : channel.close()));
  });

/**
 * Resolves a function that ends this tab's turn, or undefined when the turn did not come within `ms`. Where turns cannot be taken, everybody
 * has one.
 * @returns {Promise<((value?: unknown) => void)|void>}
 */
export const lock = (name, ms) =>
  new Promise(resolve => {
    let isLate = false;
    const everybodys = () => resolve(isLate ? undefined : () => {});
    const take = async () => {
      const limit = undefinedIfThrown(() => new AbortController());
      const timer = setTimeout(() => {
        isLate = true;
        undefinedIfThrown(() => limit.abort());
        resolve();
      }, ms);
      const turn = () =>
        new Promise((/** @type {(value?: unknown) => void} */ end) => {
          clearTimeout(timer);
          // Where the limit could not end the waiting, the next one is let in.
          if (isLate) end();
          else resolve(end);
        });
      try {
        await navigator.locks.request(name, { signal: limit?.signal }, turn);
      } finally {
        clearTimeout(timer);
      }
    };
    take().catch(everybodys);
  });
