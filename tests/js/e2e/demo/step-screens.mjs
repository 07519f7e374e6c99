// The steps of the two flows on a screen: narrow and wide, light and dark.
import { equal, eventually, ok, step } from '../lib/checks.mjs';
import { lowContrast, overflow, unnamed } from '../lib/layout.mjs';
import { asVisitor, REFUSED } from '../lib/visitor.mjs';

const STEPS = {
  async identify(demo) {
    await demo.use('katherine@example.com');
  },
  async factors(demo) {
    await demo.identify('katherine@example.com');
    await eventually(() => demo.count('#sign-in-factors button'), 6, 'the proofs');
  },
  async link(demo) {
    await demo.identify('radia@example.com');
    await demo.prove('sign-in', 'email_link');
    await demo.page.locator('.mail[data-to="radia@example.com"] a').first().waitFor();
  },
  async refused(demo) {
    await demo.signIn({ emailAddress: 'alan@example.com', password: 'not-his' });
    await eventually(() => demo.count('[aria-invalid=true]'), 1, 'the highlighted fields');
  },
  async alert(demo) {
    await demo.press('#sign-in-password', 'Start over');
    await demo.way('sign-in', 'web3_solana_signature');
    await eventually(() => demo.count('#sign-in-ways .form-alert p'), 2, 'the lines of the alert');
  },
};

export async function stepScreens(visit) {
  const { shots } = visit;
  for (const colorScheme of ['light', 'dark']) {
    await step(`each step can be read and fits, on a desktop and on a phone: ${colorScheme}`, () =>
      asVisitor(
        visit,
        async (demo, page) => {
          await page.emulateMedia({ colorScheme });
          for (const [name, show] of Object.entries(STEPS)) {
            await show(demo);
            await page.mouse.move(0, 0);
            for (const [device, width] of [
              ['desktop', 1440],
              ['phone', 360],
            ]) {
              await page.setViewportSize({ width, height: 900 });
              equal(await page.evaluate(lowContrast), [], `the texts below WCAG AA contrast: ${name}, ${device}`);
              const { excess, wide } = await page.evaluate(overflow);
              ok(
                excess <= 0 && wide.length === 0,
                `${name} is ${excess} px too wide on a ${device}: ${wide.join(', ')}`,
              );
              await page.screenshot({ path: `${shots}/step-${name}-${device}-${colorScheme}.png`, fullPage: true });
            }
            equal(await page.evaluate(unnamed), [], `the controls without a name: ${name}`);
          }
        },
        REFUSED,
      ),
    );
  }
}
