// One polite line at the foot of the page for what has just happened.
import { byId } from './dom.js';

let timer;

export function say(text) {
  const toast = byId('toast');
  toast.textContent = text;
  toast.classList.add('shown');
  clearTimeout(timer);
  timer = setTimeout(() => toast.classList.remove('shown'), 4500);
}
