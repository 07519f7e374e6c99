// The demo page by what a person sees and does.
import { equal, eventually, ok } from './checks.mjs';

export class DemoPage {
  constructor(page, url) {
    this.page = page;
    this.url = url;
  }

  async open() {
    await this.page.goto(this.url);
    await eventually(() => this.text('#status'), /^(ready|degraded|error)$/u, 'the status', 20_000);
    // The forms come with the environment, unless there is trouble.
    await this.page.locator('#auth [role=tab], #trouble h2').first().waitFor();
  }

  text = selector => this.page.locator(selector).first().innerText();
  count = selector => this.page.locator(selector).count();
  attribute = (selector, name) => this.page.locator(selector).first().getAttribute(name);
  click = selector => this.page.locator(selector).first().click();
  focused = () => this.page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);

  /** `{ type, value }` of a property's row. */
  async property(name) {
    const row = this.page.locator(`[data-property="${name}"]`);
    return { type: await row.locator('.type').innerText(), value: await row.locator('.value').innerText() };
  }

  async expectProperty(name, type, value) {
    await eventually(async () => (await this.property(name)).type, type, `the type of client.${name}`);
    if (value !== undefined)
      await eventually(async () => (await this.property(name)).value, value, `the value of client.${name}`);
  }

  /** The card of the live session of the person with this name. */
  card = name => this.page.locator('.card[data-live]', { has: this.page.locator('.card-name', { hasText: name }) });
  act = (name, action) => this.card(name).locator(`[data-action="${action}"]`).click();
  expectCards = count => eventually(() => this.count('.card'), count, 'the number of session cards');

  async expectCurrent(name) {
    await eventually(
      async () => (await this.page.locator('.card[data-current] .card-name').allInnerTexts()).join(),
      name,
      'the current session’s card',
    );
    equal(await this.page.locator('.badge.current').count(), 1, 'the number of “current” badges');
  }

  async fill(form, values) {
    for (const [name, value] of Object.entries(values)) await this.page.fill(`#${form}-${name}`, value);
  }

  async beginSignUp(person) {
    await this.click('#sign-up-tab');
    await this.fill('sign-up', person);
    await this.click('#sign-up button.primary');
    await this.prove('sign-up', 'email_code');
    await eventually(() => this.count('#sign-up-code'), 1, 'the code form');
  }

  /** Presses “Use code” in the mail to `address`, then “Verify”. */
  async useCode(form, address) {
    const mail = this.page.locator(`.mail[data-to="${address}"]`).first();
    await mail.locator('button').click();
    ok(/^\d{6}$/u.test(await this.page.inputValue(`#${form}-code`)), '“Use code” did not fill the code field');
    await this.click(`#${form} button.primary`);
  }

  async signUp(person) {
    await this.beginSignUp(person);
    await this.useCode('sign-up-code', person.emailAddress);
    await this.expectCurrent(`${person.firstName} ${person.lastName}`);
  }

  /** Says who wants to sign in, from whichever step an earlier try has ended at. */
  async identify(identifier) {
    await this.click('#sign-in-tab');
    const back = this.page.locator('#sign-in-tab-panel .start-over');
    if ((await back.count()) > 0) await back.click();
    await this.fill('sign-in', { identifier });
    await this.click('#sign-in button.primary');
  }

  /** Chooses one of the proofs of a `sign-in` or a `sign-up`. */
  prove = (form, strategy) => this.click(`#${form}-factors [data-strategy="${strategy}"]`);

  /** Chooses a way for which nobody has to be named. */
  way = (form, strategy) => this.click(`#${form}-ways [data-strategy="${strategy}"]`);
  /** The strategies of the proofs that are offered. */
  strategies = form =>
    this.page.locator(`#${form}-factors button`).evaluateAll(buttons => buttons.map(button => button.dataset.strategy));
  /** Presses the button with this text. */
  press = (where, text) => this.page.locator(where).getByRole('button', { name: text }).click();
  /** Presses “Use” beside a person of the demo. */
  use = name => this.click(`.person[data-person="${name}"] button`);

  /** Turns a switch of the instance, with which the page starts anew. */
  async toggle(name) {
    await Promise.all([this.page.waitForEvent('load'), this.click(`#switch-${name}`)]);
    await this.page.locator('#auth [role=tab]').first().waitFor();
  }

  /** Opens the link in the mail to `address`, which has got no other before; it shows the page in another tab. */
  async openLink(address) {
    const link = this.page.locator(`.mail[data-to="${address}"]`).first().getByRole('link');
    const [other] = await Promise.all([this.page.context().waitForEvent('page'), link.click()]);
    return new DemoPage(other, this.url);
  }

  async signIn({ emailAddress, password }) {
    await this.identify(emailAddress);
    await this.prove('sign-in', 'password');
    await this.fill('sign-in-password', { password });
    await this.click('#sign-in-password button.primary');
  }

  async beginCodeSignIn({ emailAddress }) {
    await this.identify(emailAddress);
    await this.prove('sign-in', 'email_code');
    await eventually(() => this.count('#sign-in-code'), 1, 'the code form');
  }

  /** An error of a form at its field, which has the focus. */
  async expectFieldError(form, field, message) {
    const id = `${form}-${field}`;
    await eventually(() => this.text(`#${id}-error`), message, `the error of ${field}`);
    equal(await this.attribute(`#${id}-error`, 'role'), 'alert', `the role of the error of ${field}`);
    equal(await this.attribute(`#${id}`, 'aria-invalid'), 'true', `aria-invalid of ${field}`);
    equal(await this.attribute(`#${id}`, 'aria-describedby'), `${id}-error`, `aria-describedby of ${field}`);
    equal(await this.focused(), id, 'the focused element');
    equal(await this.text(`#${form} .form-alert`), '', 'the form’s alert, beside the error of the field');
  }

  /** Presses a method's button and waits for its result. */
  async run(method) {
    const cost = this.page.locator(`#result-${method} .cost`);
    const before = (await cost.count()) ? await cost.elementHandle() : null;
    await this.click(`[data-method="${method}"]`);
    await eventually(
      async () => {
        if ((await cost.count()) === 0) return false;
        return before === null || !(await before.evaluate(element => element.isConnected));
      },
      true,
      `a result of ${method}()`,
    );
    return (await this.text(`#result-${method}`)).replaceAll(/\s+/gu, ' ');
  }

  /** The request rows, oldest first: `POST /v1/client 200`. */
  async requests() {
    const rows = await this.page
      .locator('.request')
      .evaluateAll(items =>
        items.map(item => `${item.dataset.method} ${item.dataset.path} ${item.querySelector('.code').textContent}`),
      );
    return rows.reverse();
  }
}
