// What is said of a row of samples.

/** The middle of the samples; of two middles, the one between. */
export function median(samples) {
  if (samples.length === 0) throw new Error('there is no median of nothing');
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const summary = samples => ({
  median: median(samples),
  min: Math.min(...samples),
  max: Math.max(...samples),
  samples,
});

/** What each sample is above the floor of its own round, so that a slow minute of the machine hits both. */
export const above = (samples, floor) => samples.map((sample, round) => sample - floor[round]);
