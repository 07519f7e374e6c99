// Tabs by the ARIA practices: one tab stop, arrows, Home and End.
import { h } from './dom.js';

export function tabList(name, entries) {
  const tabs = entries.map(({ id, label, panel }) => {
    const tab = h('button', { type: 'button', role: 'tab', id, 'aria-controls': `${id}-panel` }, label);
    panel.id = `${id}-panel`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', id);
    return tab;
  });
  const select = (index, focus) => {
    tabs.forEach((tab, position) => {
      const chosen = position === index;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      entries[position].panel.hidden = !chosen;
    });
    if (focus) tabs[index].focus();
  };
  const element = h('div', { class: 'tabs', role: 'tablist', 'aria-labelledby': `${name}-title` }, ...tabs);
  tabs.forEach((tab, index) => tab.addEventListener('click', () => select(index, false)));
  element.addEventListener('keydown', event => {
    const last = tabs.length - 1;
    const now = tabs.indexOf(document.activeElement);
    const target = {
      ArrowRight: now === last ? 0 : now + 1,
      ArrowLeft: now === 0 ? last : now - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    select(target, true);
  });
  select(0, false);
  return {
    element,
    panels: entries.map(entry => entry.panel),
    select: id =>
      select(
        entries.findIndex(entry => entry.id === id),
        false,
      ),
  };
}
