// What a sign-up asks for: at its start what the instance has, later what is still missing.
import { camel } from '../errors.js';
import { makeForm } from '../form.js';
import { examplePerson } from '../people.js';
import { fillIn } from './fill-in.js';
import { otherWays } from './other-ways.js';
import { startOver } from './start-over.js';

/** @import { SignUpResource } from 'clerk-wasm' */
/** @import { Field, FirstStep, SignUpFlow, Step } from '../types.js' */

/** @type {Record<string, Omit<Field, 'name'>>} */
const FIELDS = {
  first_name: { label: 'First name', autocomplete: 'given-name' },
  last_name: { label: 'Last name', autocomplete: 'family-name' },
  username: { label: 'Username', autocomplete: 'username', exact: true },
  email_address: { label: 'Email address', type: 'email', autocomplete: 'email', exact: true },
  phone_number: { label: 'Phone number', type: 'tel', autocomplete: 'tel' },
  password: { label: 'Password', type: 'password', autocomplete: 'new-password' },
};

export const canAskFor = name => name in FIELDS;

/**
 * The form that begins a sign-up, and the ways in without it.
 * @param {SignUpFlow} flow
 * @returns {FirstStep}
 */
export function signUpFields(flow) {
  const names = Object.keys(FIELDS).filter(flow.environment.attribute);
  const form = fieldsForm(flow, {
    id: 'sign-up',
    fields: names.map(name => field(name, !flow.environment.attribute(name).required)),
    extras: [
      fillIn(
        () => form,
        'Fill in an example',
        () => knownOnly(examplePerson(), names),
      ),
    ],
    send: values => flow.attempt.create(values),
  });
  return otherWays(flow, form);
}

/**
 * The fields that a sign-up still misses.
 * @param {SignUpFlow} flow
 * @param {string[]} names
 * @returns {Step}
 */
export function missingFields(flow, names) {
  const form = fieldsForm(flow, {
    id: 'sign-up-more',
    intro: 'One thing more, and the account is made.',
    fields: names.map(name => field(name, false)),
    extras: [startOver(flow)],
    send: values => flow.attempt.update(values),
  });
  return { element: form.element, focus: () => form.element.querySelector('input').focus() };
}

/**
 * @param {SignUpFlow} flow
 * @param {Omit<Parameters<typeof makeForm>[0], 'submit'|'onSubmit'>
 *   & { send: (values: Record<string, string>) => Promise<SignUpResource> }} options
 */
function fieldsForm(flow, { send, ...form }) {
  return makeForm({
    ...form,
    submit: 'Sign up',
    async onSubmit(values) {
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
      const signUp = await send(given);
      flow.people.remember({ ...signUp, password: given.password });
      await flow.next(signUp);
    },
  });
}

/** @returns {Field} */
const field = (name, optional) => ({ name: camel(name), optional, ...FIELDS[name] });

const knownOnly = (person, names) => {
  const known = names.map(camel);
  return Object.fromEntries(Object.entries(person).filter(([name]) => known.includes(name)));
};
