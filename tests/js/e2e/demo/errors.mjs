// A Frontend API that misbehaves: the page says so in a sentence, keeps everything, and works again at once.
import { equal, eventually, match, ok, step } from '../lib/checks.mjs';

const BROKEN = /Failed to load resource: (the server responded with a status of 5\d\d|net::ERR_)/u;
const ATTEMPTS = { method: 'POST', path: '/v1/client/sign_ins/*/attempt_first_factor', times: 1 };

export async function errors({ demo, page, emulator, ada }) {
  const survives = async message => {
    await eventually(() => demo.text('#sign-in-password .form-alert p'), message, 'the form’s alert');
    ok(!(await demo.text('#sign-in-password .form-alert')).includes('<'), 'the alert has markup in it');
    match(await demo.text('#sign-in-password .intro'), new RegExp(ada.emailAddress, 'u'), 'the intro');
    equal(await page.inputValue('#sign-in-password-password'), ada.password, 'the password in the form');
    equal(await demo.text('#status'), 'ready', 'the status');
    await demo.expectCurrent('Grace Hopper');
  };

  await step('one account is removed, to be signed in again', async () => {
    await demo.act('Ada', 'remove');
    await eventually(() => demo.card('Ada').count(), 0, 'Ada’s card');
  });

  await step(
    'an HTML 502 is a sentence, and nothing is lost',
    async () => {
      await emulator.fault({ ...ATTEMPTS, status: 502, content_type: 'text/html', body: '<h1>Bad gateway</h1>' });
      await demo.signIn(ada);
      await survives(/\w+ \w+ \w+/u);
      equal(
        await demo.attribute('.request[data-path$="/attempt_first_factor"]', 'data-state'),
        'refused',
        'the request in the list',
      );
    },
    { allowConsole: BROKEN },
  );

  await step(
    'a cut connection is a sentence, and nothing is lost',
    async () => {
      // Chromium repeats a request by itself when a connection that it kept is closed, hence more than one time.
      await emulator.fault({ ...ATTEMPTS, times: 20, disconnect: true });
      await demo.signIn(ada);
      await survives(/network|connect|reach|fetch/iu);
      await emulator.clearFaults();
      equal(
        await demo.attribute('.request[data-path$="/attempt_first_factor"]', 'data-state'),
        'failed',
        'the request in the list',
      );
      equal(await demo.text('.request .code'), 'no answer', 'the request’s status');
    },
    { allowConsole: BROKEN },
  );

  await step(
    'an empty body and a body of the wrong shape are sentences too',
    async () => {
      for (const body of ['', 'null', '[]', '{"response":7}']) {
        await emulator.fault({ ...ATTEMPTS, status: 200, content_type: 'application/json', body });
        await demo.signIn(ada);
        await survives(/\w+ \w+ \w+/u);
      }
    },
    { allowConsole: BROKEN },
  );

  await step('after all of them, the same form signs in', async () => {
    await demo.click('#sign-in-password button.primary');
    await demo.expectCurrent('Ada Lovelace');
    equal(await demo.count('#sign-in [aria-invalid=true]'), 0, 'the highlighted fields');
    match(await demo.text('#toast'), /^Signed in as ada/u, 'the announcement');
  });

  await step(
    'an error of a session’s action stands on its card',
    async () => {
      const id = await demo.card('Ada').getAttribute('data-session');
      await emulator.fault({ method: 'POST', path: `/v1/client/sessions/${id}/touch`, times: 1, status: 500 });
      await demo.act('Ada', 'touch');
      const problem = demo.card('Ada').locator('[role=alert]');
      await eventually(() => problem.count(), 1, 'the alert on the card');
      match(await problem.innerText(), /500/u, 'the alert on the card');
      await demo.act('Ada', 'touch');
      await eventually(() => problem.count(), 0, 'the alert after it worked');
    },
    { allowConsole: BROKEN },
  );
}
