// What the package loads later: the second part, and `flows.js` with the first of its flows.

/** Lines for a program that has loaded its `clerk`. `seen` is the client's id when both have done their work, or else what was wrong. */
export const later = `
const { name } = await clerk.getOrganization('org_consumer')
const { error } = await clerk.client.signUp.__internal_future.create({ emailAddress: 'ada@example.com' })
const { id } = clerk.client.signUp
const seen = error ?? (name === 'Consumers' && id === 'sua_consumer' ? clerk.client.id : \`\${name}, \${id}\`)
`;
