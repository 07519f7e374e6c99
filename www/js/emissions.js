// What `addListener` hands out: which of the resources are new objects since the emission before.
import { byId, fill, flash, h, panelHead, setText } from './dom.js';
import { clockTime, plural, shortId } from './format.js';

const RESOURCES = ['client', 'session', 'user'];
const SHOWN = 40;

export function emissionsPanel() {
  const panel = byId('emissions');
  const count = h('span', { class: 'count', id: 'emissions-count' }, '0');
  const list = h('ol', { class: 'emissions', 'aria-labelledby': 'emissions-title', reversed: true });
  const empty = h('p', { class: 'empty' }, 'No emission yet.');
  const legend = h(
    'p',
    { class: 'legend' },
    h('span', { class: 'chip', data: { change: 'new' } }, 'new object'),
    h('span', { class: 'chip', data: { change: 'same' } }, 'same object'),
  );
  fill(panel, panelHead('emissions-title', 'Emissions', count), legend, empty, list);

  let previous = null;
  let total = 0;
  return {
    get total() {
      return total;
    },
    /** Adds one emission of `addListener`. */
    add(emission) {
      total += 1;
      const chips = RESOURCES.map(name => {
        const change = previous === null || !Object.is(previous[name], emission[name]) ? 'new' : 'same';
        return h(
          'span',
          { class: 'chip', data: { change, resource: name } },
          name,
          h('b', {}, nameOf(emission[name])),
          h('span', { class: 'sr' }, change === 'new' ? ' changed' : ' unchanged'),
        );
      });
      previous = { ...emission };
      const row = h('li', { class: 'emission' }, h('time', {}, clockTime(Date.now())), h('div', {}, ...chips));
      list.prepend(row);
      flash(row);
      empty.hidden = true;
      if (list.children.length > SHOWN) list.lastElementChild.remove();
      setText(count, plural(total, 'emission'));
    },
  };
}

function nameOf(resource) {
  if (resource === undefined || resource === null) return String(resource);
  return resource.id ? shortId(resource.id) : 'no id';
}
