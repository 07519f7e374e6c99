// One timer for every relative time on the page: `<time data-at>` elements are re-read once a second.
import { h, setText } from './dom.js';
import { iso, relative } from './format.js';

/** A `<time>` that stays true while the page is open. */
export function timeElement(date, { prefix = '' } = {}) {
  if (!(date instanceof Date)) return h('span', {}, `${prefix}unknown`);
  const element = h('time', { datetime: iso(date), title: iso(date), data: { at: date.getTime(), prefix } });
  setText(element, prefix + relative(date));
  return element;
}

const jobs = new Set();

/** Calls `job` every second while the page is visible. */
export function everySecond(job) {
  jobs.add(job);
}

export function startTicker() {
  setInterval(() => {
    if (document.hidden) return;
    /** @type {NodeListOf<HTMLTimeElement>} */
    const times = document.querySelectorAll('time[data-at]');
    for (const element of times) {
      setText(element, element.dataset.prefix + relative(new Date(Number(element.dataset.at))));
    }
    for (const job of jobs) job();
  }, 1000);
}
