// What the figures were taken on. They mean little on another machine; their ratios mean more.
import { cpus, loadavg, release, type } from 'node:os';

export const machine = browser => ({
  date: new Date().toISOString(),
  browser: `Chromium ${browser.version()}`,
  system: `${type()} ${release()}`,
  cpu: `${cpus().length} x ${cpus()[0].model.trim()}`,
  /** Over the last minute, the last five, the last fifteen. */
  load: loadavg(),
});
