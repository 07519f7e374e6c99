// What clerk-js loads for a protect check. Everybody passes.
export default async function check(_container, { token }) {
  return `proof-of-${token}`;
}
