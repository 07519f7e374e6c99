// The other tabs of this origin, by `BroadcastChannel` and the Web Locks API.

/** Where there are no channels, nobody else is told and nobody else is heard. */
export const openChannel = (name, hear) => {
  if (typeof BroadcastChannel !== 'function') return;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => hear(data);
  channel.unref?.();
  return message => {
    try {
      channel.postMessage(message);
    } catch {}
  };
};

/**
 * Resolves a function that ends this tab's turn, or undefined when the turn did not come within `ms`.
 * @returns {Promise<((value?: unknown) => void)|void>}
 */
export const lock = (name, ms) =>
  new Promise(resolve => {
    const { locks } = globalThis.navigator ?? {};
    if (!locks) return resolve(() => {});
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), ms);
    const turn = () =>
      new Promise(end => {
        clearTimeout(timer);
        resolve(end);
      });
    locks.request(name, { signal: limit.signal }, turn).catch(() => resolve());
  });
