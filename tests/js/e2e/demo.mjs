// Drives the demo page in headless Chromium as a visitor would, and looks at the screen after each step.
// Run by `cargo xtask demo --check`, which sets DEMO_URL, EMULATOR_URL, SCREENSHOT_DIR and CHROMIUM.
import { mkdirSync } from 'node:fs';
import { access } from './demo/access.mjs';
import { accounts } from './demo/accounts.mjs';
import { documentation } from './demo/documentation.mjs';
import { errors } from './demo/errors.mjs';
import { firstFactors } from './demo/first-factors.mjs';
import { loading } from './demo/loading.mjs';
import { methods } from './demo/methods.mjs';
import { ownSecrets } from './demo/own-secrets.mjs';
import { providers } from './demo/providers.mjs';
import { screens } from './demo/screens.mjs';
import { secondFactors } from './demo/second-factors.mjs';
import { signUps } from './demo/sign-ups.mjs';
import { stepScreens } from './demo/step-screens.mjs';
import { troubles } from './demo/troubles.mjs';
import { complaints, launch, setting } from './lib/browser.mjs';
import { afterEachStep, equal, failures, summary } from './lib/checks.mjs';
import { DemoPage } from './lib/demo-page.mjs';
import { emulatorAt } from './lib/emulator.mjs';

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
const parts = [
  documentation,
  loading,
  accounts,
  errors,
  methods,
  access,
  screens,
  troubles,
  stepScreens,
  firstFactors,
  secondFactors,
  providers,
  ownSecrets,
  signUps,
];
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
