// Where a person sees what went wrong, when no field is to blame.

import { fill, h } from './dom.js';
import { errorDetail, errorMessage } from './errors.js';

export function makeAlert() {
  const element = h('div', { class: 'form-alert', role: 'alert' });
  return {
    element,
    clear: () => fill(element),
    show: (...errors) => fill(element, ...errors.map(lines)),
  };
}

function lines(error) {
  const detail = errorDetail(error);
  return [h('p', {}, errorMessage(error)), detail && h('p', { class: 'detail' }, detail)];
}
