// What JavaScript has read of the engine holds until something changes there. Rust says so, and everything kept from
// before is read again: one number for all objects, since reading again is cheap and changes are rare.

/** Counts the changes. What is kept with another number is out of date. */
export let epoch = 0;

/** What a method gives at once: the same for each call until then, in ms since the epoch, unless something changes. */
export const goodUntil = (value, until) => ({ value, until, epoch });

/** Whether an answer, or none, is still what the engine would say. */
export const isGood = answer => answer?.epoch === epoch && answer.until > Date.now();

const watchers = new Set();
let isDue = false;

/** Something changed that JavaScript may have read. Those who watch hear of it when it is all done. */
export const changed = () => {
  epoch++;
  if (!watchers.size || isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    // The set itself: one that another has ended is left out, and one that has begun meanwhile has nothing new to see.
    for (const look of watchers) {
      try {
        look();
      } catch (thrown) {
        // An effect of the application: the browser reports it, and the others are run.
        void Promise.reject(thrown);
      }
    }
  });
};

/** Looks again after each change; gives what ends that. */
export function watch(look) {
  watchers.add(look);
  return () => void watchers.delete(look);
}
