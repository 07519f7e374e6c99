// What may prove who somebody is, to choose from.
import { choiceList } from '../choices.js';
import { h } from '../dom.js';
import { startOver } from './start-over.js';

/** @import { Factor, FactorOfUser, SignInFlow } from '../types.js' */

/**
 * @param {SignInFlow} flow
 * @param {{ intro: string, factors: FactorOfUser[]|null, known: (strategy: string) => Factor|undefined }} options
 */
export function factorPicker(flow, { intro, factors, known }) {
  const choices = (factors ?? []).map(factor => {
    const { title, note, begin } = known(factor.strategy) ?? unknown(factor.strategy);
    return {
      strategy: factor.strategy,
      title: text(title, factor),
      note: text(note, factor),
      choose: () => begin(flow, factor),
    };
  });
  const list = choiceList({ id: `${flow.id}-factors`, label: 'Proofs', choices });
  return {
    element: h(
      'div',
      { class: 'step' },
      h('p', { class: 'intro' }, intro, h('strong', {}, flow.attempt.identifier ?? 'this person'), '?'),
      choices.length > 0 ? null : h('p', { class: 'empty' }, 'This account has nothing that could prove it here.'),
      list.element,
      h('div', { class: 'form-actions' }, startOver(flow)),
    ),
    focus: list.focus,
    showError: list.showError,
  };
}

const text = (given, factor) => (typeof given === 'function' ? given(factor) : given);

const unknown = strategy => ({
  title: strategy,
  note: 'this page has no step for it',
  begin() {
    throw new Error(`This page has no step for ${strategy}`);
  },
});
