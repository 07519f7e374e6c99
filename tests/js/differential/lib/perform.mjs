// Plays a scenario with one client, and gives the transcript: what was seen after each step.
import { developmentBrowser, signIn } from './sign-in.mjs';
import { START_OF_TIME } from './time.mjs';
import { watchWire } from './wire.mjs';

/** When time passes, it does in strides of this length, and in longer ones rather than in more of them. */
const STRIDE_MS = 500;
const MOST_STRIDES = 200;
const SEED = 20_261_121;

/** @returns {Promise<object[]>} One entry a step. */
export async function perform(arena, scenario, client) {
  const { emulator } = arena;
  return arena.onStage(async stage => {
    // First, so that nothing comes from the page before any more when the emulator begins anew.
    await stage.enter(scenario.url);
    await emulator.control('POST reset', { random_seed: SEED });
    await emulator.control('POST clock', { now_ms: START_OF_TIME, frozen: true });
    await emulator.control('POST seed', { users: scenario.users, settings: scenario.settings });
    const actor = await enter(arena, stage, scenario, client);
    const transcript = [];
    for (const [number, step] of stepsOf(scenario, emulator.url).entries()) {
      transcript.push({ step, ...(await actor.play(number, step)) });
    }
    actor.leave();
    return withoutChance(transcript);
  });
}

/** Browsers choose the boundary of a multipart body at random, anew each time that they write it. */
const withoutChance = transcript =>
  JSON.parse(JSON.stringify(transcript).replaceAll(/WebKitFormBoundary\w{16}/gu, 'WebKitFormBoundary'));

/** Every scenario begins with a Clerk object that has a listener; each is led to the emulator. */
export const stepsOf = ({ key, clerk, steps }, emulator) =>
  [{ construct: true, key, options: clerk }, { listen: 'first' }, ...steps].map(step =>
    'construct' in step && isObject(step.options) ? { ...step, options: withAddress(step.options, emulator) } : step,
  );

const withAddress = (options, emulator) =>
  JSON.parse(JSON.stringify({ proxyUrl: '{emulator}', ...options }).replaceAll('{emulator}', emulator));

/** Signs in whom the scenario wants signed in, and prepares the client. */
async function enter(arena, stage, scenario, client) {
  const { emulator } = arena;
  const { context, page } = stage;
  await prologue(page, emulator.url, scenario);
  await page.evaluate(async name => {
    await window.stage.prepare(name);
    window.stage.look();
  }, client);
  return new Actor({ arena, stage, context, page, wire: watchWire(page, emulator.url), scenario, client });
}

/** Not part of what is compared: the browser comes with sessions of earlier visits, and with cookies. */
async function prologue(page, base, { key, signedIn, cookies }) {
  const browser = key.startsWith('pk_test_') && signedIn.length > 0 ? await developmentBrowser(page, base, key) : null;
  for (const user of signedIn) await signIn(page, base, user, browser);
  if (cookies.length > 0) await page.evaluate(all => all.forEach(cookie => (document.cookie = cookie)), cookies);
}

const isObject = value => typeof value === 'object' && value !== null;

/** Cookies by name, since their order says when they were first written and nothing else. */
const cookiesOf = text =>
  Object.fromEntries(
    (text ?? '')
      .split('; ')
      .filter(Boolean)
      .map(pair => pair.split(/=(.*)/su)),
  );

/**
 * The headers that the browser sent. It adds the cookies some time after the call, and whether one that is written in between
 * goes along is chance, also for one that is there already: clerk-js writes a cookie anew by taking it away first, and where it has no
 * other, a request in between goes without any. Of those that a page can write, the ones count that it had when it called, if the request
 * is one that cookies go with: it asked for that, or the browser sent some.
 */
function sentHeaders(exchange, { visibleCookies, credentials }, hidden) {
  if (!exchange) return null;
  const { cookie, ...headers } = exchange.request_headers;
  const sent = Object.entries(cookiesOf(cookie)).filter(([name]) => hidden.has(name));
  const takesCookies = Boolean(cookie) || credentials === 'include';
  return { ...headers, cookie: takesCookies ? { ...Object.fromEntries(sent), ...cookiesOf(visibleCookies) } : {} };
}

/** Lifetimes are whole days. A cookie's is counted by the browser's own clock, which does not stand still; -1 is a session cookie. */
const daysFromNow = expires => (expires === -1 ? expires : Math.round((expires - Date.now() / 1000) / 86_400));

/** The cookies that are left, by name and place. */
const told = cookies =>
  Object.fromEntries(
    cookies
      .map(({ name, domain, path, expires, ...rest }) => [
        `${name} ${domain} ${path}`,
        { ...rest, days: daysFromNow(expires) },
      ])
      .sort(),
  );

class Actor {
  /** Names of the cookies that no page sees. */
  #hidden = new Set();

  constructor(parts) {
    Object.assign(this, parts);
  }

  /** Plays one step and looks. */
  async play(number, step) {
    const { page, scenario } = this;
    const onPage = await this.#arrange(step);
    const begun = onPage ? { number, step: await this.#resolve(onPage) } : null;
    // As text, since Playwright takes every value apart by itself.
    const seen = await page.evaluate(async given => JSON.stringify(await window.stage.play(given)), begun);
    const { fetches, outcome, ...rest } = JSON.parse(seen);
    const exchanges = await this.wire.take();
    const cookies = await this.context.cookies();
    for (const { name } of cookies.filter(({ httpOnly }) => httpOnly)) this.#hidden.add(name);
    const requests = this.#requests(fetches, exchanges);
    for (const exchange of exchanges)
      this.arena.keepExchange({ client: this.client, scenario: scenario.name, step: String(number), ...exchange });
    return { outcome, ...rest, requests, cookies: told(cookies) };
  }

  /** Does what is not the page's to do; returns the step if the page has a part in it. */
  async #arrange(step) {
    const { stage, arena } = this;
    if ('control' in step) {
      await arena.emulator.control(step.control, step.body);
    } else if ('advance' in step) {
      await this.#pass(step.advance);
    } else if ('offline' in step) {
      await stage.setOffline(step.offline);
    } else {
      return step;
    }
    return null;
  }

  /**
   * In strides, between which all goes on that a timer has begun: what comes round again every 1.5 s does so each time. Those in which no timer
   * is due are taken together with the next one.
   */
  async #pass(ms) {
    const stride = Math.max(STRIDE_MS, ms / MOST_STRIDES);
    let due = 0;
    for (let passed = 0; passed < ms; ) {
      let next = 0;
      do {
        next += Math.round(Math.min(stride, ms - passed));
        passed += stride;
      } while (passed < ms && next < due);
      await this.arena.emulator.control('POST clock', { advance_ms: next });
      due = await this.page.evaluate(time => window.stage.pass(time), next);
    }
  }

  leave() {
    this.wire.close();
  }

  /** Codes that were sent by mail are known to Node only. */
  async #resolve(step) {
    const text = JSON.stringify(step);
    if (!text.includes('"$code"')) return step;
    const mails = await this.arena.emulator.control('GET outbox');
    const codeFor = address => mails.findLast(({ to }) => to === address)?.code ?? `no code for ${address}`;
    return JSON.parse(text, (_, value) =>
      value && typeof value === 'object' && '$code' in value ? codeFor(value.$code) : value,
    );
  }

  /** The page's requests in its order, each with the headers that the browser sent. Chromium tells no body of a Request object: the page does. */
  #requests(fetches, exchanges) {
    const left = [...exchanges];
    return fetches.map(({ headers: own, visibleCookies, ...request }) => {
      const found = left.findIndex(({ method, url }) => method === request.method && url === request.url);
      const [exchange] = found >= 0 ? left.splice(found, 1) : [];
      if (exchange) exchange.body ??= request.body;
      return {
        ...request,
        own,
        sent: sentHeaders(exchange, { visibleCookies, credentials: request.credentials }, this.#hidden),
        status: exchange?.status ?? null,
      };
    });
  }
}
