// The page without a mouse, and what a screen reader is told.
import { equal, eventually, ok, step } from '../lib/checks.mjs';
import { focusState, unnamed } from '../lib/layout.mjs';

export async function access({ demo, page, ada }) {
  const press = key => page.keyboard.press(key);
  const tabTo = async (name, limit = 80) => {
    for (let presses = 0; presses < limit; presses += 1) {
      await press('Tab');
      const state = await page.evaluate(focusState);
      if (state) ok(state.visible, `the focus on ${state.name} cannot be seen`);
      if (state?.name === name) return;
    }
    throw new Error(`${limit} presses of Tab did not reach ${name}`);
  };

  await step('signs in with the keyboard alone', async () => {
    await demo.open();
    await tabTo('sign-up-tab');
    await press('ArrowRight');
    equal(await demo.focused(), 'sign-in-tab', 'the focused element after the arrow');
    equal(await demo.attribute('#sign-in-tab', 'aria-selected'), 'true', 'aria-selected of the tab');
    equal(await demo.attribute('#sign-up-tab', 'aria-selected'), 'false', 'aria-selected of the other tab');
    await tabTo('sign-in-identifier', 6);
    await page.keyboard.type(ada.emailAddress);
    await press('Enter');
    await eventually(async () => (await page.evaluate(focusState))?.name, 'Password', 'the focused proof');
    await press('Enter');
    await eventually(demo.focused, 'sign-in-password-password', 'the focused element');
    await page.keyboard.type(ada.password);
    await press('Enter');
    await demo.expectCurrent('Ada Lovelace');
    await eventually(demo.focused, 'auth-title', 'the focused element after the sign-in');
  });

  await step('Tab goes through the whole page and out of it, and each stop can be seen', async () => {
    await demo.open();
    await demo.expectCards(1);
    const stops = [];
    for (let presses = 0; presses < 200; presses += 1) {
      await press('Tab');
      const state = await page.evaluate(focusState);
      if (!state || state.name === stops[0]) break;
      ok(state.visible, `the focus on ${state.name} cannot be seen`);
      stops.push(state.name);
    }
    ok(stops.length < 200, 'Tab never left the page');
    // A sign-up that an earlier step left at its code is taken up again by the page.
    const form = (await demo.count('#sign-up-code'))
      ? ['sign-up-code-code']
      : ['sign-up-emailAddress', 'sign-up-password'];
    const wanted = [
      'theme',
      'sign-up-tab',
      ...form,
      'sign-out',
      'touch',
      'get-token',
      'end',
      'remove',
      'buildTouchUrl',
      'destroy',
      'toAndroid',
    ];
    const positions = wanted.map(name => stops.indexOf(name));
    equal(
      wanted.filter((_, index) => positions[index] < 0),
      [],
      'the controls that Tab does not reach',
    );
    equal(
      positions,
      positions.toSorted((a, b) => a - b),
      'the tab order',
    );
  });

  await step('every control has a name, every list a title, news is announced', async () => {
    equal(await page.evaluate(unnamed), [], 'the controls without a name');
    for (const selector of ['#status', '#toast'])
      equal(await demo.attribute(selector, 'role'), 'status', `the role of ${selector}`);
    equal(await demo.attribute('#outbox ul', 'aria-live'), 'polite', 'aria-live of the mails');
    equal(await demo.attribute('#result-reload', 'aria-live'), 'polite', 'aria-live of a result');
    equal(await demo.count('h1'), 1, 'the number of h1');
    const labelled = await page
      .locator('[aria-labelledby]')
      .evaluateAll(items =>
        items
          .filter(item => !document.getElementById(item.getAttribute('aria-labelledby')))
          .map(item => item.outerHTML.slice(0, 60)),
      );
    equal(labelled, [], 'the aria-labelledby that point nowhere');
  });

  await step('nothing moves when less motion is wanted', async () => {
    const moving = await page.evaluate(
      () => document.getAnimations().filter(animation => animation.effect.getComputedTiming().duration > 1).length,
    );
    equal(moving, 0, 'the animations longer than a millisecond');
  });
}
