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
  }

  text = (selector) => this.page.locator(selector).first().innerText();
  count = (selector) => this.page.locator(selector).count();
  attribute = (selector, name) => this.page.locator(selector).first().getAttribute(name);
  click = (selector) => this.page.locator(selector).first().click();
  focused = () => this.page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);

  /** `{ type, value }` of a property's row. */
  async property(name) {
    const row = this.page.locator(`[data-property="${name}"]`);
    return { type: await row.locator('.type').innerText(), value: await row.locator('.value').innerText() };
  }

  async expectProperty(name, type, value) {
    await eventually(async () => (await this.property(name)).type, type, `the type of client.${name}`);
    if (value !== undefined) await eventually(async () => (await this.property(name)).value, value, `the value of client.${name}`);
  }

  /** The card of the live session of the person with this name. */
  card = (name) => this.page.locator('.card[data-live]', { has: this.page.locator('.card-name', { hasText: name }) });
  act = (name, action) => this.card(name).locator(`[data-action="${action}"]`).click();
  expectCards = (count) => eventually(() => this.count('.card'), count, 'the number of session cards');

  async expectCurrent(name) {
    await eventually(async () => (await this.page.locator('.card[data-current] .card-name').allInnerTexts()).join(), name, 'the current session’s card');
    equal(await this.page.locator('.badge.current').count(), 1, 'the number of “current” badges');
  }

  async fill(form, values) {
    for (const [name, value] of Object.entries(values)) await this.page.fill(`#${form}-${name}`, value);
  }

  async beginSignUp(person) {
    await this.click('#sign-up-tab');
    await this.fill('sign-up', person);
    await this.click('#sign-up button.primary');
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

  async signIn({ emailAddress, password }) {
    await this.click('#sign-in-tab');
    await this.click('label[for="strategy-password"]');
    await this.fill('sign-in', { identifier: emailAddress, password });
    await this.click('#sign-in button.primary');
  }

  async beginCodeSignIn({ emailAddress }) {
    await this.click('#sign-in-tab');
    await this.click('label[for="strategy-email_code"]');
    await this.fill('sign-in', { identifier: emailAddress });
    await this.click('#sign-in button.primary');
    await eventually(() => this.count('#sign-in-code'), 1, 'the code form');
  }

  /** An error beside `field` and in the form's alert; the focus is on the field. */
  async expectFormError(form, field, message) {
    await eventually(() => this.text(`#${form} .form-alert`), message, 'the form’s alert');
    equal(await this.attribute(`#${form} .form-alert`, 'role'), 'alert', 'the role of the form’s alert');
    if (!field) return;
    equal(await this.attribute(`#${form}-${field}`, 'aria-invalid'), 'true', `aria-invalid of ${field}`);
    equal(await this.attribute(`#${form}-${field}`, 'aria-describedby'), `${form}-${field}-error`, `aria-describedby of ${field}`);
    equal(await this.focused(), `${form}-${field}`, 'the focused element');
  }

  /** Presses a method's button and waits for its result. */
  async run(method) {
    const cost = this.page.locator(`#result-${method} .cost`);
    const before = await cost.count() ? await cost.elementHandle() : null;
    await this.click(`[data-method="${method}"]`);
    await eventually(async () => {
      if (await cost.count() === 0) return false;
      return before === null || !(await before.evaluate((element) => element.isConnected));
    }, true, `a result of ${method}()`);
    return (await this.text(`#result-${method}`)).replaceAll(/\s+/gu, ' ');
  }

  /** The request rows, oldest first: `POST /v1/client 200`. */
  async requests() {
    const rows = await this.page.locator('.request').evaluateAll((items) => items.map((item) =>
      `${item.dataset.method} ${item.dataset.path} ${item.querySelector('.code').textContent}`));
    return rows.reverse();
  }
}
