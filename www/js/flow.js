// An attempt on the page: one step after the other, until it has made a session.
import { fill, h } from './dom.js';

/** @import { Attempt, FirstStep, Flow, FlowContext } from './types.js' */

/**
 * @template {Attempt} Kind
 * @param {FlowContext} context
 * @param {{ noun: 'signIn'|'signUp', id: string, said: string }} what
 * @param {(flow: Flow<Kind>) => FirstStep} first Makes the first step of a flow.
 * @param {(flow: Flow<Kind>) => unknown} next Shows the step that the attempt needs.
 * @returns {Flow<Kind>}
 */
export function makeFlow(context, { noun, id, said }, first, next) {
  const { clerk, outbox, people, done } = context;
  const element = h('div', { class: 'pane' });
  const flow = {
    ...context,
    id,
    element,
    get attempt() {
      return clerk.client[noun];
    },
    /** Whom the page knows by the name that the attempt is for. */
    person: () => people.called(flow.attempt.identifier),
    /** A step is `{ element, focus }`. */
    show(step) {
      fill(element, step.element);
      step.focus();
    },
    /** Shows the first step, with these values in its fields. */
    begin(values = {}) {
      outbox.stopWaiting();
      const step = first(flow);
      step.set(values);
      flow.show(step);
    },
    /** Shows a step where nobody has asked for it: the focus stays where it is. */
    open: (step = first(flow)) => fill(element, step.element),
    /** Goes on with what a call gave: when it is complete, the client has it no more. */
    async next({ createdSessionId } = flow.attempt) {
      outbox.stopWaiting();
      if (!createdSessionId) return next(flow);
      await clerk.setActive({ session: createdSessionId });
      flow.open();
      return done(said);
    },
    /** Shows the first step with what went wrong elsewhere. */
    fail(error) {
      const step = first(flow);
      flow.show(step);
      step.showError(error);
    },
  };
  return flow;
}
