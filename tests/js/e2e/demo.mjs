// Drives the demo page in headless Chromium as a visitor would, and looks at the screen after each step.
// Run by `cargo xtask demo --check`, which sets DEMO_URL, EMULATOR_URL, SCREENSHOT_DIR and CHROMIUM.
import { mkdirSync } from 'node:fs';
import { chosen } from './demo/parts.mjs';
import { complaints, launch, setting } from './lib/browser.mjs';
import { afterEachStep, equal, failures, summary } from './lib/checks.mjs';
import { DemoPage } from './lib/demo-page.mjs';
import { emulatorAt } from './lib/emulator.mjs';

const parts = chosen(process.argv.slice(2));
const url = setting('DEMO_URL');
const emulatorUrl = setting('EMULATOR_URL');
const shots = process.env.SCREENSHOT_DIR || 'target/demo';
mkdirSync(shots, { recursive: true });

const tag = Date.now().toString(36);
const person = (firstName, lastName) => ({
  firstName,
  lastName,
  emailAddress: `${firstName.toLowerCase()}.${tag}@example.com`,
  password: `${lastName.toLowerCase()}-has-${tag}-keys`,
});

const browser = await launch();
const context = await browser.newContext({
  viewport: { width: 1440, height: 900 },
  colorScheme: 'light',
  reducedMotion: 'reduce',
});
const page = await context.newPage();
page.setDefaultTimeout(30_000); // A busy machine is no reason to fail.
const heard = complaints(page);
afterEachStep(async ({ allowConsole, failed, title }) => {
  if (failed)
    await page
      .screenshot({
        path: `${shots}/failed-${title.replaceAll(/[^a-z0-9]+/giu, '-').toLowerCase()}.png`,
        fullPage: true,
      })
      .catch(() => {});
  const lines = heard.drain(allowConsole);
  if (lines.length > 0) throw new Error(lines.join('\n'));
});

const visit = {
  browser,
  page,
  url,
  emulatorUrl,
  shots,
  equal,
  demo: new DemoPage(page, url),
  emulator: emulatorAt(emulatorUrl),
  ada: person('Ada', 'Lovelace'),
  grace: person('Grace', 'Hopper'),
};

console.log(`The demo page at ${url}, the emulator at ${emulatorUrl}\n`);
for (const part of parts) {
  console.log(part.name);
  await part(visit);
  // Later parts stand on the accounts of earlier ones, and each step would wait half a minute to fail.
  if (failures() >= 5) {
    console.log('the parts after this one were not run');
    break;
  }
}
console.log(`\nscreenshots: ${shots}`);
// It takes the browsers along, also one that hangs and would not be closed.
process.exit(summary());
