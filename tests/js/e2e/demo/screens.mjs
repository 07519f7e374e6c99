// Narrow and wide, light and dark, with two sessions signed in.
import { equal, eventually, match, ok, step } from '../lib/checks.mjs';
import { lowContrast, overflow } from '../lib/layout.mjs';

const WIDTHS = [320, 360, 414, 768, 1024, 1200, 1440, 1920];

export async function screens({ demo, page, grace, shots }) {
  await step('two sessions, a token and results are on the screen', async () => {
    await demo.signIn(grace);
    await demo.expectCurrent('Grace Hopper');
    await demo.expectCards(2);
    await demo.act('Grace', 'get-token');
    await eventually(() => demo.count('.claims'), 1, 'the claims');
    for (const method of ['buildTouchUrl', 'reload', 'toBackend'])
      ok(await demo.run(method), `${method}() shows nothing`);
    await demo.click('#result-toBackend summary');
    await demo.click('.request summary');
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: `${shots}/desktop-two-sessions.png`, fullPage: true });
  });

  await step(`nothing is wider than the window at ${WIDTHS.join(', ')} px`, async () => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const { excess, wide } = await page.evaluate(overflow);
      ok(excess <= 0 && wide.length === 0, `at ${width} px the page is ${excess} px too wide: ${wide.join(', ')}`);
    }
  });

  await step('the theme button goes from the system’s theme to light to dark, and is remembered', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    equal(await demo.text('#theme'), 'Theme: auto', 'the theme button');
    await page.emulateMedia({ colorScheme: 'dark' });
    await eventually(async () => (await paper()) !== light, true, 'another paper in the dark');
    const dark = await paper();
    await demo.click('#theme');
    match(await demo.text('#theme'), /light$/u, 'the theme button');
    equal(await paper(), light, 'the paper when light is chosen on a dark system');
    await demo.click('#theme');
    await page.emulateMedia({ colorScheme: 'light' });
    equal(await paper(), dark, 'the paper when dark is chosen on a light system');
    await demo.open();
    equal(await paper(), dark, 'the paper after a reload');
    await demo.click('#theme');
    equal(await paper(), light, 'the paper of the system’s theme');
  });

  for (const scheme of ['light', 'dark']) {
    await step(`texts can be read: ${scheme}`, async () => {
      await page.emulateMedia({ colorScheme: scheme });
      await demo.expectCards(2);
      await page.mouse.move(0, 0);
      equal(await page.evaluate(lowContrast), [], 'the texts below WCAG AA contrast');
      await page.screenshot({ path: `${shots}/desktop-${scheme}-two-sessions.png` });
      await page.setViewportSize({ width: 360, height: 740 });
      equal(await page.evaluate(lowContrast), [], 'the texts below WCAG AA contrast on a phone');
      await page.screenshot({ path: `${shots}/phone-${scheme}.png` });
      await page.screenshot({ path: `${shots}/phone-${scheme}-whole.png`, fullPage: true });
      await page.setViewportSize({ width: 1440, height: 900 });
    });
  }

  await step('dark desktop, nobody signed in', async () => {
    await demo.click('#sign-out');
    await demo.expectCards(0);
    await page.screenshot({ path: `${shots}/desktop-dark.png` });
    await page.emulateMedia({ colorScheme: 'light' });
  });
}
