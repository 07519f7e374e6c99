// The factors that an attempt has, by their strategy.

import { noFactor } from './tools.js';

/** The factor of a strategy: the first of those that `suits` names, else the first. `name` is what an error calls it. */
export function factorOf(factors, strategy, { suits = [], name = strategy } = {}) {
  const found = factors?.filter(factor => factor.strategy === strategy) ?? [];
  const factor = suits.map(suit => found.find(suit)).find(Boolean) ?? found[0];
  if (!factor) throw noFactor(name);
  return factor;
}
