// Steps, assertions, and the sum at the end. A step that fails is reported and the next one runs.

let passed = 0;
let failed = 0;
let assertions = 0;
let afterStep = async () => {};

/** How long a step may take, in ms: a browser that hangs answers nothing for ever, and some calls to it have no limit of their own. */
const STEP_LIMIT = 120_000;

/** Called after each step with `{ allowConsole, failed, title }`; what it throws fails the step. */
export function afterEachStep(callback) {
  afterStep = callback;
}

/** @param {{ allowConsole?: RegExp }} options Console errors that the step provokes, such as the browser's line for a 422. */
export async function step(title, work, options = {}) {
  const before = assertions;
  const start = performance.now();
  let problem = null;
  try {
    await withLimit(work());
  } catch (error) {
    problem = error;
  }
  try {
    await afterStep({ ...options, title, failed: problem !== null });
  } catch (error) {
    problem ??= error;
  }
  if (problem === null && assertions === before) problem = new Error('the step asserted nothing');
  if (problem) {
    failed += 1;
    console.log(`  ✗ ${title}\n      ${String(problem.message).split('\n').join('\n      ')}`);
  } else {
    passed += 1;
    console.log(`  ✓ ${title} (${assertions - before} assertions, ${Math.round(performance.now() - start)} ms)`);
  }
}

async function withLimit(work) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the step took more than ${STEP_LIMIT / 1000} s`)), STEP_LIMIT);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** How many steps have failed so far. */
export const failures = () => failed;

export function summary() {
  console.log(`\n${passed} passed, ${failed} failed (${assertions} assertions)`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

const show = value => (value instanceof RegExp ? String(value) : JSON.stringify(value));

export function ok(value, what) {
  assertions += 1;
  if (!value) throw new Error(what);
}

export function equal(actual, expected, what) {
  assertions += 1;
  if (show(actual) !== show(expected))
    throw new Error(`${what}: expected ${show(expected)}, the page has ${show(actual)}`);
}

export function match(actual, pattern, what) {
  assertions += 1;
  if (!pattern.test(String(actual))) throw new Error(`${what}: expected ${pattern}, the page has ${show(actual)}`);
}

/** What is read from a page that is just being left is read again from the next one. */
const LEFT = /Execution context was destroyed/u;

async function readAgain(read) {
  try {
    return await read();
  } catch (error) {
    if (!LEFT.test(error.message)) throw error;
    return undefined;
  }
}

/** Waits until `read()` is `expected` (a value, or a RegExp that its text fits). */
export async function eventually(read, expected, what, timeout = 20_000) {
  assertions += 1;
  const end = Date.now() + timeout;
  const fits = value => (expected instanceof RegExp ? expected.test(String(value)) : show(value) === show(expected));
  let actual;
  for (;;) {
    actual = await readAgain(read);
    if (fits(actual)) return;
    if (Date.now() > end)
      throw new Error(`${what}: expected ${show(expected)} within ${timeout} ms, the page has ${show(actual)}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}
