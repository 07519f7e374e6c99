// Outages that last, and starts that do not wait.
import { ada, advance, call, construct, dispatch, fault, load, PRODUCTION, scenario } from '../language.mjs';

const one = { signedIn: [ada] };
const down = (path, how) => fault(path, { status: 503, ...how });
const fromSnapshot = load({ startFrom: 'snapshot' });

const lasting = [
  scenario('an outage of the client lasts', {
    ...one,
    differs: ['asked-again'],
    steps: [down('/client'), load(), advance(1900), advance(200), advance(4000)],
  }),
  scenario('the network returns during an outage', {
    ...one,
    differs: ['asked-again'],
    steps: [down('/client'), load(), dispatch('online', 'window')],
  }),
  scenario('an outage of the environment ends', {
    ...one,
    differs: ['asked-again', 'back-to-ready'],
    steps: [down('/environment', { times: 2 }), load(), advance(2100), advance(4100), advance(8000)],
  }),
];

const snapshots = [
  scenario('the client is kept for the next start, until nobody is signed in', {
    ...one,
    differs: ['snapshots'],
    steps: [fromSnapshot, call('signOut')],
  }),
  scenario('a start from a snapshot', {
    ...one,
    differs: ['snapshots', 'two-clerks'],
    steps: [fromSnapshot, construct(PRODUCTION), fromSnapshot],
  }),
  scenario('a start from a snapshot in an outage', {
    ...one,
    differs: ['snapshots'],
    steps: [fromSnapshot, construct(PRODUCTION), down('/*'), fromSnapshot],
  }),
];

export const scenarios = [...lasting, ...snapshots];
