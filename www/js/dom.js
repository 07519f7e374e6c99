// Builds elements. Data only ever becomes text nodes and attributes, never markup.

/** @import { Child } from './types.js' */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes] `class`, `on` ({event: handler}), `data` and plain attributes;
 *   `true` sets an empty attribute, `false`, `null` and `undefined` leave it out.
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === 'on') for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    else if (name === 'data') Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** Replaces everything inside `element`. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Sets text only when it differs, so that screen readers and animations see real changes only. */
export function setText(element, text) {
  if (element.textContent === text) return false;
  element.textContent = text;
  return true;
}

export const byId = id => document.getElementById(id);

/** A panel's heading with an optional count or control at its right. */
export function panelHead(id, title, ...aside) {
  return h(
    'div',
    { class: 'panel-head' },
    h('h3', { id }, title),
    aside.length > 0 && h('div', { class: 'aside' }, ...aside),
  );
}

/** Restarts the highlight of something that has just changed. */
export function flash(element) {
  element.classList.remove('flash');
  void element.offsetWidth;
  element.classList.add('flash');
}
