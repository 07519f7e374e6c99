// The page's cookies, with what browsers want said of them where this page is.

import { isForeignFrame, undefinedIfThrown } from './page.js';

/** Sites that show applications in frames of other sites: a cookie goes there with `SameSite=None` alone. */
const EMBEDDED =
  /\.(lovable\.app|lovableproject\.com|webcontainer-api\.io|vusercontent\.net|v0\.dev|v0\.app|lp\.dev|replit\.dev)$/;

const YEAR = 31536000;

let domain;

const isEmbedded = () => isForeignFrame() || EMBEDDED.test(location.hostname);

/** Safari has no secure cookies on a host without https, though it calls the page secure. */
const isSecure = sameSite =>
  location.protocol === 'https:' || (sameSite === 'None' && !globalThis.safari && !!globalThis.isSecureContext);

const attributesOf = (sameSite, isPartitioned) =>
  `; SameSite=${sameSite}${isSecure(sameSite) ? '; Secure' : ''}${isPartitioned && isSecure(sameSite) ? '; Partitioned' : ''}`;

const write = (name, value, age, attributes) => {
  document.cookie = `${name}=${value}; path=/; max-age=${age}${attributes}`;
};

export const cookie = name =>
  undefinedIfThrown(() => {
    const pair = document.cookie.split(/; */).find(pair => pair.startsWith(name + '='));
    return pair === undefined ? pair : decodeURIComponent(pair.slice(name.length + 1));
  });

/** The widest domain that this page may set cookies for; the Frontend API sets those of production there. */
function widestDomain(attributes) {
  const parts = location.hostname.split('.');
  const widest = parts
    .slice(1)
    .map((_, index) => parts.slice(-2 - index).join('.'))
    .find(domain => {
      const attributesThere = `; domain=${domain}${attributes}`;
      write('__clerk_test_etld', 1, YEAR, attributesThere);
      const isTaken = cookie('__clerk_test_etld') === '1';
      write('__clerk_test_etld', '', 0, attributesThere);
      return isTaken;
    });
  return widest ?? location.hostname;
}

/** What stands in the way of a cookie: an older one that other attributes have kept. */
const clear = (name, attributes) => attributes.forEach(one => write(name, '', 0, one));

/** Sets a cookie for a year; without a value it goes. A sandboxed frame refuses by an exception: it goes on without cookies. */
export const writeCookie = (name, value, isStrict, isPartitioned) =>
  undefinedIfThrown(() => {
    const usual = isStrict ? 'Strict' : 'Lax';
    const attributes = attributesOf(isPartitioned || isEmbedded() ? 'None' : usual, isPartitioned);
    const where = isStrict ? `; domain=${(domain ??= widestDomain(attributes))}` : '';
    if (isStrict) clear(name, ['']);
    if (isPartitioned)
      clear(
        name,
        [usual, 'None'].map(sameSite => where + attributesOf(sameSite, false)),
      );
    write(
      name,
      value === undefined ? '' : encodeURIComponent(value),
      value === undefined ? 0 : YEAR,
      where + attributes,
    );
  });

/** The same until the browser is closed, for secure sites, and as it is. */
export const writeVisitCookie = (name, value = '') =>
  undefinedIfThrown(() => {
    document.cookie = `${name}=${value}; path=/${value ? '' : '; max-age=0'}; Secure`;
  });
