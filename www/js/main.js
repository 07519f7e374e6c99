// Puts the page together: configuration, package, panels, and one function that brings all of them up to date.
import { accountColumn } from './account.js';
import { clientPanel } from './client-panel.js';
import { byId, fill, h, setText } from './dom.js';
import { emissionsPanel } from './emissions.js';
import { emulatorAt } from './emulator.js';
import { watchEnvironment } from './environment.js';
import { errorDetail, errorMessage } from './errors.js';
import { methodsPanel } from './methods.js';
import { frontendApi, loadConfig, loadPackage, Trouble } from './package.js';
import { standInForPortal } from './portal.js';
import { showBytes, showInstance, showReady } from './proof.js';
import { RequestLog } from './requests.js';
import { requestsPanel } from './requests-panel.js';
import { sessionsPanel } from './sessions.js';
import { everySecond, startTicker } from './ticker.js';
import { say } from './toast.js';

/** @import { Clerk } from 'clerk-wasm' */

async function start() {
  const config = await loadConfig();
  const api = frontendApi(config);
  const log = new RequestLog();
  log.start(url => url.href.startsWith(`${api}/v1/`));
  const { Clerk } = await loadPackage();

  const clerk = new Clerk(config.publishableKey, config.proxyUrl ? { proxyUrl: config.proxyUrl } : {});
  window.clerk = clerk;
  const emulator = config.emulator && emulatorAt(config.emulator);
  if (emulator) standInForPortal(clerk, emulator.base);
  const environment = watchEnvironment(clerk);
  const emissions = emissionsPanel();
  requestsPanel(log);
  let views = [];
  const refresh = () => {
    if (clerk.client) for (const view of views) view.update();
  };
  clerk.addListener(emission => {
    emissions.add(emission);
    refresh();
  });

  const loading = performance.now();
  try {
    await clerk.load();
  } catch (error) {
    throw new Trouble(
      'Clerk could not load',
      `${errorMessage(error)} (${errorDetail(error) || api}). Start the demo with its Frontend API:`,
      'cargo xtask demo',
    );
  }
  if (!clerk.client)
    throw new Trouble(
      'There is no client',
      `load() ended without a client; ${api} may not be answering. Start the demo with its Frontend API:`,
      'cargo xtask demo',
    );
  showReady(loading, performance.now(), log.entries.toReversed());
  showBytes();
  showInstance(clerk, config.proxyUrl);

  byId('columns').hidden = false;
  methodsPanel({ clerk, log, emissions, refresh });
  views = [sessionsPanel({ clerk, refresh }), clientPanel(clerk)];
  refresh();
  showStatus(clerk, api);
  everySecond(() => showStatus(clerk, api));
  startTicker();
  // In an outage the environment comes later than the client.
  const account = await accountColumn({
    clerk,
    emulator,
    people: config.people ?? [],
    environment: await environment,
    refresh,
  });
  views.push(account);
  refresh();
  await account.comeBack();
}

/**
 * @param {Clerk} clerk
 * @param {string} api
 */
function showStatus(clerk, api) {
  const status = byId('status');
  setText(status, clerk.status);
  status.dataset.state = clerk.status;
  const shown = byId('trouble').childElementCount > 0;
  if (shown && clerk.status === 'ready') {
    // The package asks again by itself after an outage.
    fill(byId('trouble'));
    say('The Frontend API answers again');
  }
  if (!shown && clerk.status === 'degraded')
    showTrouble(
      new Trouble(
        'The Frontend API does not answer',
        `Clerk is degraded: ${api} failed while loading. What was known is shown. To start the emulator and this page:`,
        'cargo xtask demo',
      ),
    );
}

function showTrouble(trouble) {
  const again = h('button', { type: 'button' }, 'Try again');
  again.addEventListener('click', () => location.reload());
  fill(
    byId('trouble'),
    h('h2', {}, trouble.title ?? 'The page could not start'),
    h('p', {}, trouble.message),
    trouble.command && h('pre', { class: 'command' }, h('code', {}, trouble.command)),
    again,
  );
}

start().catch(error => {
  byId('status').dataset.state = 'error';
  setText(byId('status'), 'error');
  showTrouble(
    error instanceof Trouble ? error : new Trouble('The page could not start', errorMessage(error), 'cargo xtask demo'),
  );
});
