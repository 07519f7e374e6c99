// A ticket: a sign-in token, or an invitation.

import { makeForm } from '../form.js';
import { examplePerson } from '../people.js';
import { fillIn } from './fill-in.js';
import { startOver } from './start-over.js';

/** @import { Choice, Flow } from '../types.js' */

/** @param {Flow} flow */
export function askForTicket(flow, ticket = '') {
  const form = makeForm({
    id: `${flow.id}-ticket`,
    intro: 'A backend makes tickets, and people get them in a link.',
    fields: [{ name: 'ticket', label: 'Ticket', exact: true, autocomplete: 'off' }],
    submit: 'Use it',
    extras: [
      flow.emulator &&
        fillIn(
          () => form,
          'Make one',
          async () => ({ ticket: await newTicket(flow) }),
        ),
      startOver(flow),
    ],
    async onSubmit(typed) {
      await flow.next(await flow.attempt.create({ strategy: 'ticket', ticket: typed.ticket.trim() }));
    },
  });
  form.set({ ticket });
  flow.show({ element: form.element, focus: () => form.input('ticket').focus() });
}

/**
 * @param {Flow} flow
 * @returns {Choice}
 */
export const ticketChoice = flow => ({ strategy: 'ticket', title: 'Ticket', choose: () => askForTicket(flow) });

/**
 * What a backend would do: for the first of the people who is not signed in here, or for somebody new.
 * @param {Flow} flow
 */
function newTicket({ clerk, emulator, people, id }) {
  if (id === 'sign-up') return emulator.ticket({ email_address: examplePerson().emailAddress });
  const isHere = person => clerk.client.signedInSessions.some(({ user }) => user.id === person.id);
  const person = people.all().find(one => one.id && !isHere(one));
  if (!person) throw new Error('Everybody whom the emulator knows from the start is signed in');
  return emulator.ticket({ user_id: person.id });
}
