// The page with the charts: one self-contained file, light and dark.
import { figure } from './report.mjs';

const WIDTH = 960;
const LABELS = 345;
const PLOT = 385;
const ROW = 42;
const HEAD = 30;

const escaped = text => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What ours costs in times of what clerk-js costs. Of calls a second more is better, so there it is the other way round. */
const cost = (value, { theirs, rate }) => (rate ? theirs / value : value / theirs);

/** The powers of ten between which everything lies, 1 among them. */
export function decades(comparisons) {
  const costs = comparisons.flatMap(one =>
    [one.ours, one.aim].filter(value => value > 0).map(value => cost(value, one)),
  );
  const logs = [...costs, 1].map(Math.log10);
  return { from: Math.min(-1, Math.floor(Math.min(...logs))), to: Math.max(1, Math.ceil(Math.max(...logs))) };
}

const scale =
  ({ from, to }) =>
  value =>
    LABELS + (PLOT * (Math.log10(value) - from)) / (to - from);

function gridOf({ from, to }, height) {
  const x = scale({ from, to });
  return Array.from({ length: to - from + 1 }, (_, at) => 10 ** (from + at))
    .map(
      value => `
    <line class="${value === 1 ? 'one' : 'grid'}" x1="${x(value)}" x2="${x(value)}" y1="${HEAD - 8}" y2="${height}"/>
    <text class="tick" x="${x(value)}" y="${HEAD - 14}">${value === 1 ? 'clerk-js' : `${Number(value.toPrecision(1))} x`}</text>`,
    )
    .join('');
}

function barOf(comparison, at, x, left) {
  const { what, side, unit, ours, theirs, aim, met } = comparison;
  const top = HEAD + at * ROW;
  // What is not above the floor at all has no place on a scale of powers, and stands at its left end.
  const value = ours > 0 ? cost(ours, comparison) : left;
  const [start, end] = [x(1), x(value)].sort((one, other) => one - other);
  const aimAt = aim > 0 ? x(cost(aim, comparison)) : undefined;
  const reached = aim === undefined ? '' : `, aim ${figure(aim)}: ${met ? 'met' : 'missed'}`;
  return `
    <text class="what" x="0" y="${top + 17}">${escaped(what)}</text>
    <text class="side" x="0" y="${top + 32}">${escaped(side)}</text>
    <rect class="${value <= 1 ? 'better' : 'worse'}" x="${start}" y="${top + 9}" width="${Math.max(end - start, 1.5)}" height="20" rx="3"/>
    ${aimAt === undefined ? '' : `<line class="aim" x1="${aimAt}" x2="${aimAt}" y1="${top + 4}" y2="${top + 34}"/>`}
    <text class="value" x="${LABELS + PLOT + 16}" y="${top + 17}">${figure(ours)} ${unit}</text>
    <text class="side" x="${LABELS + PLOT + 16}" y="${top + 32}">clerk-js ${figure(theirs)}${reached}</text>`;
}

/** The chart of one part: a bar from clerk-js's line to ours, left where we take less. */
export function chart({ title, comparisons }) {
  const range = decades(comparisons);
  const height = HEAD + comparisons.length * ROW;
  const x = scale(range);
  const bars = comparisons.map((one, at) => barOf(one, at, x, 10 ** range.from)).join('');
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">${gridOf(range, height)}${bars}\n</svg>`;
}

function tableOf({ rows }) {
  const cells = rows.map(
    ({ what, side, unit, median, min, max }) => `
    <tr><td>${escaped(what)}, ${unit}</td><td>${escaped(side)}</td>
    ${[median, min, max].map(value => `<td class="number">${figure(value)}</td>`).join('')}</tr>`,
  );
  const head =
    '<tr><th></th><th>side</th><th class="number">median</th><th class="number">min</th><th class="number">max</th></tr>';
  return `<details><summary>Figures</summary><table>${head}${cells.join('')}</table></details>`;
}

const STYLE = `
  :root { color-scheme: light dark; --ink: #1c1f26; --soft: #666d7a; --paper: #fcfcfd; --card: #fff; --line: #e3e6eb;
    --better: #1f9d6b; --worse: #d9682b; --aim: #5b45d6; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e8eaee; --soft: #9aa2b1; --paper: #14161a; --card: #1b1e24; --line: #2d323b;
      --better: #3cc48e; --worse: #ef8a52; --aim: #a695ff; }
  }
  body { margin: 0 auto; max-width: 1040px; padding: 40px 20px; background: var(--paper); color: var(--ink);
    font: 15px/1.5 system-ui, sans-serif; }
  h1 { font-size: 26px; margin: 0 0 4px; }
  h2 { font-size: 17px; margin: 0 0 14px; }
  p { color: var(--soft); margin: 0 0 10px; max-width: 75ch; }
  section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 20px 0; overflow-x: auto;
    padding: 22px 24px; }
  svg { display: block; width: 100%; min-width: 720px; height: auto; font: 12px system-ui, sans-serif; fill: var(--ink); }
  .grid { stroke: var(--line); }
  .one { stroke: var(--soft); stroke-width: 1.5; }
  .aim { stroke: var(--aim); stroke-width: 3; stroke-linecap: round; }
  .better, .key-better { fill: var(--better); background: var(--better); }
  .worse, .key-worse { fill: var(--worse); background: var(--worse); }
  .tick { text-anchor: middle; fill: var(--soft); font-size: 11px; }
  .side { fill: var(--soft); font-size: 11px; }
  .value { font-weight: 600; }
  i { border-radius: 3px; display: inline-block; height: 12px; margin: 0 6px -1px 14px; width: 22px; }
  .key-aim { background: var(--aim); width: 4px; }
  details { margin-top: 14px; }
  summary { color: var(--soft); cursor: pointer; }
  table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; margin-top: 8px; width: 100%; }
  th, td { border-top: 1px solid var(--line); padding: 4px 8px 4px 0; text-align: left; }
  th { border: 0; color: var(--soft); font-weight: 500; }
  .number { text-align: right; }
`;

export function pageOf({ rounds, machine, parts }) {
  const sections = parts.map(
    part => `<section><h2>${escaped(part.title)}</h2>${chart(part)}${tableOf(part)}</section>`,
  );
  const load = machine.load.map(one => one.toFixed(1)).join(' ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>clerk-wasm beside clerk-js</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<h1>clerk-wasm beside clerk-js</h1>
<p>What ours costs in times of what clerk-js costs, on a scale of powers of ten, each chart's its own: left of the line is better.
<i class="key-better"></i>we take less<i class="key-worse"></i>we take more<i class="key-aim"></i>the aim</p>
<p>${rounds === 1 ? 'One round' : `Medians of ${rounds} rounds`}, in which the sides take turns. ${escaped(machine.browser)},
${escaped(machine.cpu)}, ${escaped(machine.system)}, load ${load} at the start, ${escaped(machine.date.slice(0, 16).replace('T', ' '))}.</p>
${sections.join('\n')}
</body>
</html>
`;
}
