// The way back that every step has.
import { h } from '../dom.js';

/** @import { Flow } from '../types.js' */

/** @param {Flow} flow */
export function startOver(flow) {
  const button = h('button', { type: 'button', class: 'quiet start-over' }, 'Start over');
  button.addEventListener('click', () => flow.begin());
  return button;
}
