// What the custom-flow API has in common: its methods do not reject for what goes wrong on the way, they tell it.

/** Runs a task; resolves what it threw as `error`. */
export async function task(run) {
  try {
    await run();
    return { error: null };
  } catch (error) {
    return { error };
  }
}

/**
 * The same for a method: what `check` throws is the caller's mistake, and rejects.
 * @template Attempt, Params
 * @param {(attempt: Attempt, params: Params) => unknown} run
 * @param {(attempt: Attempt, params: Params) => void} [check]
 * @returns {(attempt: Attempt, params?: Params) => Promise<{ error: any }>}
 */
export const method =
  (run, check = () => {}) =>
  async (attempt, params) => {
    const given = params ?? /** @type {Params} */ ({});
    check(attempt, given);
    return task(() => run(attempt, given));
  };
