// The engines beside Chromium: how each is started, and how it is told to be private or to keep no cookies.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Session } from './webdriver.mjs';

const firefox = (args = [], prefs = {}) => ({
  'moz:firefoxOptions': { binary: process.env.FIREFOX, args: ['-headless', ...args], prefs },
});
// Without a `binary` the driver takes the MiniBrowser that it was packed with.
const webkit = (args = []) => ({ 'webkitgtk:browserOptions': { args: ['--automation', ...args] } });

const ENGINES = {
  firefox: {
    command: port => [process.env.GECKODRIVER, '--port', port],
    modes: {
      usual: firefox(),
      private: firefox(['-private'], { 'browser.privatebrowsing.autostart': true }),
      'without cookies': firefox([], { 'network.cookie.cookieBehavior': 2 }),
    },
  },
  // It has no headless mode of its own. Its sessions keep nothing on the disk: each is a private one.
  webkit: {
    command: port => ['xvfb-run', '--auto-servernum', process.env.WEBKIT_DRIVER, `--port=${port}`],
    modes: {
      usual: webkit(),
      'without cookies': webkit(['--cookies-policy=never']),
    },
  },
};

/** The modes of the engine that `ENGINE` names. */
export const engine = ENGINES[process.env.ENGINE];
if (!engine) throw new Error('ENGINE is firefox or webkit; `cargo xtask test firefox webkit` sets it.');

const LIMIT_MS = 20_000;

const freePort = () =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(String(port)));
    });
  });

/** Starts the engine's driver; `begin(mode)` gives a session. */
export async function startDriver() {
  const port = await freePort();
  const [program, ...args] = engine.command(port);
  // A group of its own: xvfb-run does not end what it has started.
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  let failed;
  child.on('error', error => (failed = error));
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(url, () => failed);
  return {
    begin: mode => Session.begin(url, engine.modes[mode]),
    stop: () =>
      new Promise(resolve => {
        child.once('exit', resolve);
        process.kill(-child.pid);
      }),
  };
}

async function untilItAnswers(url, failed) {
  for (const end = Date.now() + LIMIT_MS; Date.now() < end; ) {
    if (failed()) throw failed();
    const status = await fetch(`${url}/status`).catch(() => {});
    if (status?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`the driver does not answer at ${url}`);
}
