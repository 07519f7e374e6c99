// Chromium, headless, and everything that a page complains about.
import { chromium } from 'playwright-core';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** @param {string[]} [more] More of Chromium's arguments. */
export const launch = (more = []) =>
  chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: [...ARGUMENTS, ...more] });

/** Collects console errors and page errors; `drain(allowed)` gives those that `allowed` does not fit, and forgets all. */
export function complaints(page) {
  let lines = [];
  page.on('console', message => {
    if (message.type() === 'error') lines.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', error => lines.push(`page error: ${error.stack ?? error.message}`));
  return {
    drain(allowed) {
      const kept = lines.filter(line => !(allowed && line.startsWith('console: ') && allowed.test(line)));
      lines = [];
      return kept;
    },
  };
}

/** The environment variable `name`, or an end of the run that says how it is meant to be started. */
export function setting(name) {
  const value = process.env[name];
  if (value) return value.replace(/\/$/u, '');
  console.error(`${name} is not set. Run this through: cargo xtask demo --check`);
  process.exit(1);
}
