// Windows that the page opens, by `window.open`. None of this throws.

import { undefinedIfThrown } from './page.js';

/** An empty window; undefined where the browser opens none. */
export const openWindow = () =>
  undefinedIfThrown(() => window.open('about:blank', '', 'width=600,height=800')) ?? undefined;

/** Whether the window was sent to a page. */
export const sendTo = (opened, url) =>
  undefinedIfThrown(() => {
    opened.location.href = url;
    return true;
  }) ?? false;

export const isClosed = opened => undefinedIfThrown(() => opened.closed) !== false;
