// From samples to what is printed.
import { CLERK_JS } from './sides.mjs';
import { summary } from './statistics.mjs';

/** Of these more is better. */
const RATES = new Set(['calls/s']);

export const summarised = rows => rows.map(({ samples, ...row }) => ({ ...row, ...summary(samples) }));

const find = (rows, what, side) => rows.find(row => row.what === what && row.side === side);

/** Each comparison with both medians, how many times clerk-js's ours is, and the aim as a value of the same unit. */
export function compared(rows, comparisons) {
  // Not every system tells everything, so what was not measured is not compared.
  return comparisons
    .filter(({ what, side }) => find(rows, what, side))
    .map(({ what, side, aim }) => {
      const [ours, theirs] = [find(rows, what, side), find(rows, what, CLERK_JS)];
      const rate = RATES.has(ours.unit);
      const limit = aim && (aim.value ?? find(rows, aim.what ?? what, aim.of).median * aim.times);
      const met = aim && (rate ? ours.median >= limit : ours.median <= limit);
      return {
        what,
        side,
        unit: ours.unit,
        ours: ours.median,
        theirs: theirs.median,
        ratio: ours.median / theirs.median,
        rate,
        ...(aim && { aim: limit, met }),
      };
    });
}

/** A number with three digits that mean something, and a comma for each thousand. */
export const figure = number =>
  Math.abs(number) >= 100 ? Math.round(number).toLocaleString('en-US') : Number(number.toPrecision(3)).toString();

/** As the rows name a client of so many sessions. */
export const sessionsOf = count => (count === 1 ? '1 session' : `${count.toLocaleString('en-US')} sessions`);

const WIDTHS = [28, 12, 12, 12, 16];
const line = cells =>
  cells
    .map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[at]) : cell.padStart(WIDTHS[at])))
    .join('')
    .trimEnd();

function linesOf({ rows, title }) {
  const lines = ['', title];
  for (const what of new Set(rows.map(row => row.what))) {
    const same = rows.filter(row => row.what === what);
    const reference = find(same, what, CLERK_JS);
    lines.push(line([`  ${what}, ${same[0].unit}`]));
    for (const row of same) {
      const ratio = reference && reference !== row ? `${figure(row.median / reference.median)} x` : '';
      lines.push(line([`    ${row.side}`, figure(row.median), figure(row.min), figure(row.max), ratio]));
    }
  }
  return lines;
}

function aimsOf(part) {
  return part.comparisons
    .filter(({ aim }) => aim !== undefined)
    .map(
      ({ what, side, unit, ours, aim, rate, met }) =>
        `  ${met ? 'met   ' : 'missed'}  ${side}: ${what}: ${figure(ours)} ${unit}, aim ${rate ? 'at least' : 'at most'} ${figure(aim)}`,
    );
}

export function table({ rounds, machine, parts }) {
  const load = machine.load.map(average => average.toFixed(1)).join(' ');
  const head = `${rounds} round${rounds === 1 ? '' : 's'}, ${machine.browser}, ${machine.cpu}, load ${load}`;
  const aims = parts.flatMap(aimsOf);
  const columns = line(['', 'median', 'min', 'max', 'of clerk-js']);
  return ['', head, columns, ...parts.flatMap(linesOf), ...(aims.length > 0 ? ['', 'Aims', ...aims] : []), ''].join(
    '\n',
  );
}
