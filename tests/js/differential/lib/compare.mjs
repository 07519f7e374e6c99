// Two transcripts, and where they differ. A difference says at which step, in which part, and what each side has there.

const UNDEFINED = { $: 'undefined' };
/** Lists whose entries are matched by what they are about, so that one more entry is one difference. */
const EVENTS = {
  requests: ({ method, url }) => `${method} ${url.split('?')[0]}`,
  emissions: emission => JSON.stringify([emission.listener, emission.callback]),
  late: ({ step }) => String(step),
  console: line => line,
  errors: line => line,
  navigations: url => url,
};

/**
 * What is the same difference at several steps, such as that of a property that stays, is told at the first of them.
 * @returns {{ step: number, part: string, at: string, theirs: unknown, ours: unknown }[]}
 */
export function compare(theirs, ours) {
  const all = theirs.flatMap((entry, step) =>
    Object.keys(entry).flatMap(part =>
      differencesIn(part, entry[part], ours[step]?.[part]).map(difference => ({ step, part, ...difference })),
    ),
  );
  const told = new Set();
  return all.filter(({ step, ...rest }) => {
    const key = JSON.stringify(rest);
    const isNew = !told.has(key) || rest.part in EVENTS;
    told.add(key);
    return isNew;
  });
}

function differencesIn(part, theirs, ours) {
  return part in EVENTS ? compareEvents(theirs, ours, EVENTS[part]) : compareValues(theirs, ours);
}

function compareEvents(theirs, ours, keyOf) {
  return align(theirs, ours, keyOf).flatMap(([left, right]) => {
    const key = keyOf(left ?? right);
    if (left === undefined || right === undefined)
      return [{ at: key, theirs: left ?? 'absent', ours: right ?? 'absent' }];
    return compareValues(left, right).map(({ at, ...rest }) => ({ at: at ? `${key} · ${at}` : key, ...rest }));
  });
}

/** Pairs entries with equal keys by their longest common order; the others stand alone. */
function align(left, right, keyOf) {
  const [a, b] = [left.map(keyOf), right.map(keyOf)];
  const length = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i][j] = a[i] === b[j] ? 1 + length[i + 1][j + 1] : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const pairs = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([left[i++], right[j++]]);
    else if (length[i + 1][j] >= length[i][j + 1]) pairs.push([left[i++], undefined]);
    else pairs.push([undefined, right[j++]]);
  }
  return [...pairs, ...left.slice(i).map(item => [item, undefined]), ...right.slice(j).map(item => [undefined, item])];
}

const isObject = value => typeof value === 'object' && value !== null;

/** Two tokens that differ are one difference. */
const isJwt = value => isObject(value.encoded) && isObject(value.claims);

/** Where two values differ, at the deepest place that says it. An absent member is undefined. */
export function compareValues(theirs = UNDEFINED, ours = UNDEFINED, at = '') {
  if (Object.is(theirs, ours)) return [];
  const alike =
    isObject(theirs) && isObject(ours) && Array.isArray(theirs) === Array.isArray(ours) && theirs.$ === ours.$;
  if (!alike) return [{ at, theirs, ours }];
  if (Array.isArray(theirs) && theirs.length !== ours.length) return [{ at, theirs, ours }];
  if (isJwt(theirs) && isJwt(ours) && theirs.encoded.signature !== ours.encoded.signature)
    return [{ at, theirs: theirs.claims, ours: ours.claims }];
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])];
  return names.flatMap(name => compareValues(theirs[name], ours[name], at ? `${at}.${name}` : name));
}
