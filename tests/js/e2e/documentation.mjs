// Only the part that runs the documentation's example; `demo.mjs` has it too.
import { documentation } from './demo/documentation.mjs';
import { launch, setting } from './lib/browser.mjs';
import { summary } from './lib/checks.mjs';

const url = setting('DEMO_URL');
const emulatorUrl = setting('EMULATOR_URL');

console.log(`The documentation’s example, the package at ${url}/pkg, the emulator at ${emulatorUrl}\n`);
const browser = await launch();
await documentation({ browser, url, emulatorUrl });
await browser.close();
process.exitCode = summary();
