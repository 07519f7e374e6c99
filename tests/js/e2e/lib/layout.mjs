// What a person with a small screen, weak eyes or no mouse would run into; each function runs inside the page.

/** How far the page is wider than its window, and what sticks out. */
export function overflow() {
  const excess = document.documentElement.scrollWidth - window.innerWidth;
  const clipped = element => {
    for (let parent = element.parentElement; parent; parent = parent.parentElement) {
      if (getComputedStyle(parent).overflowX !== 'visible') return true;
    }
    return false;
  };
  const wide = [...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1 && !clipped(element))
    .map(element => `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}.${element.className}`);
  return { excess, wide: wide.slice(0, 5) };
}

/** Texts whose contrast to what is behind them is below WCAG AA. */
export function lowContrast() {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const rgba = color => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] > 250) return color;
    }
    return rgba('Canvas');
  };
  const luminance = ([r, g, b]) =>
    [r, g, b]
      .map(channel => channel / 255)
      .map(channel => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
      .reduce((sum, channel, index) => sum + channel * [0.2126, 0.7152, 0.0722][index], 0);
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(
      node => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '',
    );
    if (!own || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (element.matches(':disabled, .sr, .skip, .toast')) continue;
    const style = getComputedStyle(element);
    const [light, dark] = [luminance(rgba(style.color)), luminance(behind(element))].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const large =
      Number.parseFloat(style.fontSize) >= 24 ||
      (Number.parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5))
      found.push(
        `${element.textContent.trim().slice(0, 30)} (${element.className || element.tagName}) ${ratio.toFixed(2)}`,
      );
  }
  return found.slice(0, 8);
}

/** Controls that a screen reader could not name. */
export function unnamed() {
  return [...document.querySelectorAll('button, input, a[href], summary')]
    .filter(element => element.checkVisibility())
    .filter(
      element => !(element.textContent.trim() || element.getAttribute('aria-label') || element.labels?.length > 0),
    )
    .map(element => element.outerHTML.slice(0, 80));
}

/** The focused element, and whether its focus can be seen. */
export function focusState() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const visible = candidate => candidate && getComputedStyle(candidate).outlineStyle !== 'none';
  const name =
    element.id || element.dataset.action || element.dataset.method || element.textContent.trim().slice(0, 24);
  return { name, visible: Boolean(visible(element) || visible(element.nextElementSibling)) };
}
