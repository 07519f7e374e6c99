// The memory that a page's process has for itself, as Linux counts it. It holds what the page's own count leaves out:
// compiled code, of scripts and of WebAssembly alike.
import { existsSync, readFileSync } from 'node:fs';

const renderers = async cdp => {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]));
};

/** Runs in the page: work that takes as much of the processor however busy the machine is. */
const work = () => {
  let sum = 0;
  for (let step = 0; step < 600_000_000; step++) sum = (sum + step) | 0;
  return sum;
};

/** In bytes; undefined where there is no /proc. The page's process is the one that works when the page is told to. */
export async function processMemory(browser, page) {
  if (!existsSync('/proc/self/smaps_rollup')) return undefined;
  const cdp = await browser.newBrowserCDPSession();
  const before = await renderers(cdp);
  await page.evaluate(work);
  const after = await renderers(cdp);
  await cdp.detach();
  const worked = [...after].map(([id, time]) => [id, time - (before.get(id) ?? time)]);
  const [[own]] = worked.sort(([, one], [, other]) => other - one);
  const [, kilobytes] = readFileSync(`/proc/${own}/smaps_rollup`, 'utf8').match(/^Private_Dirty:\s+(\d+) kB$/mu);
  return Number(kilobytes) * 1024;
}
