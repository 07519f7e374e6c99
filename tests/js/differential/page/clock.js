// The page's clock: it stands still, and goes on when a scenario says so.
// START_OF_PAGE, in ms, is put in by lib/stage.mjs.
import { install } from '@sinonjs/fake-timers';

const FAKED = [
  'Date',
  'performance',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'requestAnimationFrame',
  'cancelAnimationFrame',
];

window.clock = install({ now: START_OF_PAGE, toFake: FAKED });
