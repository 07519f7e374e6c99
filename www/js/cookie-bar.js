// The client cookie's remaining days as a bar, with the mark from which `isEligibleForTouch()` says yes.
import { h, setText } from './dom.js';
import { relative } from './format.js';

/** @import { Clerk } from 'clerk-wasm' */

const DAY = 86400e3;
const TOUCH_DAYS = 8;

/** @param {Clerk} clerk */
export function cookieBar(clerk) {
  const fillElement = h('span', { class: 'bar-fill' });
  const mark = h('span', { class: 'bar-mark', 'aria-hidden': 'true' });
  const track = h(
    'div',
    {
      class: 'bar-track',
      role: 'meter',
      'aria-labelledby': 'cookie-label',
      'aria-valuemin': '0',
    },
    fillElement,
    mark,
  );
  const remaining = h('strong', { id: 'cookie-remaining' }, '–');
  const eligible = h('span', { class: 'bar-eligible', id: 'cookie-eligible' }, '');
  const scaleEnd = h('span', {}, '');
  const scaleMark = h('span', { class: 'bar-mark-label' }, `touch at ${TOUCH_DAYS} d`);
  const element = h(
    'div',
    { class: 'cookie' },
    h('p', { class: 'cookie-head' }, h('span', { id: 'cookie-label' }, 'Cookie'), remaining, eligible),
    track,
    h('p', { class: 'bar-scale', 'aria-hidden': 'true' }, h('span', {}, '0'), scaleMark, scaleEnd),
  );
  let longest = 30;

  return {
    element,
    update() {
      const client = clerk.client;
      const expires = client?.cookieExpiresAt;
      element.dataset.state = 'none';
      if (!(expires instanceof Date)) {
        setText(remaining, 'no cookie yet');
        setText(eligible, `isEligibleForTouch() ${client?.isEligibleForTouch?.() ?? '–'}`);
        fillElement.style.inlineSize = '0';
        track.setAttribute('aria-valuenow', '0');
        track.setAttribute('aria-valuetext', 'no cookie yet');
        return;
      }
      const days = Math.max(0, (expires.getTime() - Date.now()) / DAY);
      longest = Math.max(longest, Math.ceil(days));
      const touch = client.isEligibleForTouch();
      element.dataset.state = touch ? 'due' : 'fresh';
      setText(remaining, days >= 2 ? `${Math.floor(days)} days left` : `expires ${relative(expires)}`);
      setText(eligible, `isEligibleForTouch() ${touch}`);
      setText(scaleEnd, `${longest} d`);
      fillElement.style.inlineSize = `${Math.min(100, (days / longest) * 100)}%`;
      const position = `${(TOUCH_DAYS / longest) * 100}%`;
      mark.style.insetInlineStart = position;
      scaleMark.style.setProperty('--at', position);
      track.setAttribute('aria-valuemax', String(longest));
      track.setAttribute('aria-valuenow', days.toFixed(1));
      track.setAttribute(
        'aria-valuetext',
        `${days.toFixed(1)} of ${longest} days left; touch is due from ${TOUCH_DAYS} days`,
      );
    },
  };
}
