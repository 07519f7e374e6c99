// Example people for the forms, so that trying the page takes no typing. The page remembers the accounts it
// has made (in memory only) to fill the sign-in form with them.

const PEOPLE = [
  ['Ada', 'Lovelace'], ['Grace', 'Hopper'], ['Alan', 'Turing'], ['Katherine', 'Johnson'],
  ['Edsger', 'Dijkstra'], ['Radia', 'Perlman'], ['Barbara', 'Liskov'], ['Donald', 'Knuth'],
];
let next = 0;
const made = [];

/** A person with an address that no earlier visit has used. `+clerk_test` is Clerk's own mark for test addresses. */
export function examplePerson() {
  const [firstName, lastName] = PEOPLE[next++ % PEOPLE.length];
  const tag = Date.now().toString(36).slice(-4);
  return {
    firstName,
    lastName,
    emailAddress: `${firstName.toLowerCase()}.${tag}+clerk_test@example.com`,
    password: `${lastName.toLowerCase()}-wrote-${1000 + Math.floor(Math.random() * 9000)}-lines`,
  };
}

export const rememberAccount = (account) => made.unshift(account);

/** The account made last that has no live session among `signedIn` addresses; the newest one otherwise. */
export const lastAccount = (signedIn) => made.find((account) => !signedIn.includes(account.emailAddress)) ?? made[0];
