// An application on several domains: a page is left to ask the one that signs in. elsewhere.example lets nobody leave.
import { at, DEVELOPMENT, get, giving, load, scenario } from '../language.mjs';

const inDevelopment = { key: DEVELOPMENT };
const signInUrl = 'http://elsewhere.example/sign-in?a=b';
/** Its requests go astray, but where it goes is seen. */
const proxied = { clerk: { proxyUrl: 'http://elsewhere.example/clerk' } };
const satellite = { isSatellite: true, signInUrl };
const needsSync = { url: '?a=b&__clerk_synced=false#c' };
const isAtRest = [get('status'), get('loaded'), get('isSatellite')];

export const scenarios = [
  scenario('a satellite is told to ask', { ...inDevelopment, ...needsSync, steps: [load(satellite), isAtRest] }),
  scenario('a satellite is told to ask, in production', {
    ...proxied,
    ...needsSync,
    steps: [load(satellite), isAtRest],
  }),
  scenario('a satellite is told to ask, by a function', {
    ...proxied,
    ...needsSync,
    steps: [load({ isSatellite: giving(true) }), isAtRest],
  }),
  scenario('a satellite that has asked', {
    ...inDevelopment,
    url: '?__clerk_synced=true',
    steps: [load({ ...satellite, satelliteAutoSync: true }), isAtRest],
  }),
  scenario('a satellite that is not told to ask', {
    ...inDevelopment,
    steps: [get('isSatellite'), load(satellite), isAtRest],
  }),
  scenario('a satellite asks by itself', {
    ...proxied,
    steps: [load({ isSatellite: true, satelliteAutoSync: true }), isAtRest],
  }),
  scenario('a satellite whose cookies know of somebody', {
    cookies: ['__client_uat=1795312700'],
    steps: [load({ isSatellite: true, satelliteAutoSync: true }), isAtRest],
  }),
  scenario('a satellite without cookies of its own', {
    ...needsSync,
    steps: [load({ ...satellite, standardBrowser: false }), isAtRest],
  }),
  scenario('a satellite without the page of a sign-in', {
    ...inDevelopment,
    steps: [load({ isSatellite: true }), isAtRest],
  }),
  scenario('a satellite without a domain', {
    clerk: { proxyUrl: '' },
    steps: [load({ isSatellite: true }), get('status')],
  }),
  scenario('a satellite with a relative sign-in', {
    steps: [load({ isSatellite: true, signInUrl: '/sign-in' }), get('status')],
  }),
  scenario('a satellite with a sign-in on its own origin', {
    steps: [load({ isSatellite: true, signInUrl: at('window.location.href') }), get('status')],
  }),
  scenario('a page that a satellite asks', {
    ...inDevelopment,
    url: '?__clerk_satellite_url=http%3A%2F%2Felsewhere.example%2Fa%3Fb%3Dc%23d',
    steps: [load({ allowedRedirectOrigins: ['http://elsewhere.example'] }), isAtRest],
  }),
  scenario('a page that a stranger asks', {
    ...inDevelopment,
    url: '?__clerk_satellite_url=http%3A%2F%2Felsewhere.example%2Fa',
    differs: ['unnamed-satellites'],
    steps: [load(), get('status')],
  }),
  scenario('a page that a script asks', {
    ...inDevelopment,
    url: '?__clerk_satellite_url=javascript%3Aalert%281%29',
    steps: [load(), get('status')],
  }),
  scenario('a page that a satellite asks, in production', {
    url: '?__clerk_satellite_url=http%3A%2F%2Felsewhere.example%2F',
    steps: [load(), isAtRest],
  }),
];
