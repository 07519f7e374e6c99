// An application in a browser: one browser for a file of tests, and for each test a project and what serves it.
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launch } from '../../e2e/lib/browser.mjs';
import { visit } from './visit.mjs';

/** Holds `project` and `server`, which a test sets and which are removed after it. */
export class Application {
  constructor() {
    beforeAll(async () => {
      this.browser = await launch();
    }, 60_000);
    afterEach(async () => {
      await this.server?.close();
      await this.project?.remove();
    });
    afterAll(() => this.browser?.close());
  }

  /** Visits a page of it. */
  visit = (url, look) => visit(this.browser, url, look);
}
