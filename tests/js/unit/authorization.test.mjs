// `session.checkAuthorization()`, by the rows that Rust is tested by (tests/fixtures/authorization.json), and beside the function
// of `@clerk/shared` that clerk-js calls, over every combination of what a session may hold and what may be asked.

import { readFileSync } from 'node:fs';
import { createCheckAuthorization } from '@clerk/shared/authorization';
import { beforeAll, expect, test } from 'vitest';
import { create, define } from '../../../src/js/glue/resource.js';

const fixture = name => JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');

beforeAll(() => {
  for (const [name, fields] of Object.entries(fixture('nouns'))) define(name, fields);
});

/** A session of what the rows tell of one; what they leave out is as in the first row of the file. */
function sessionOf(told) {
  const { user_id, organization_id, active, role, permissions, ages, claims } = {
    ...fixture('authorization').session,
    ...told,
  };
  return create('Session', {
    id: 'sess_1',
    status: 'active',
    last_active_organization_id: active,
    factor_verification_age: ages,
    last_active_token: claims && { object: 'token', jwt: [part({ alg: 'RS256' }), part(claims), 'c2ln'].join('.') },
    user: {
      id: user_id,
      organization_memberships: [{ id: 'orgmem_1', organization: { id: organization_id }, role, permissions }],
    },
  });
}

/** What clerk-js does with a session of the same properties. */
function asClerkJs({ user, lastActiveOrganizationId, lastActiveToken, factorVerificationAge }, asked) {
  const membership = user.organizationMemberships.find(
    ({ organization }) => organization.id === lastActiveOrganizationId,
  );
  return createCheckAuthorization({
    userId: user.id,
    factorVerificationAge,
    orgId: membership?.organization.id,
    orgRole: membership?.role,
    orgPermissions: membership?.permissions,
    features: lastActiveToken?.jwt?.claims.fea || '',
    plans: lastActiveToken?.jwt?.claims.pla || '',
  })(asked);
}

test.each(fixture('authorization').rows)('%j, asked for %j, is %s', (told, asked, answer) => {
  const session = sessionOf(told);
  expect(session.checkAuthorization(asked)).toBe(answer);
  expect(asClerkJs(session, asked)).toBe(answer);
});

const NOTHING = [undefined, null, 0, false, NaN, '', 'x', [], {}, 5];
const ROLES = [...NOTHING, 'admin', 'org:admin', 'org:org:admin', 'org:', 'org:member', 'Admin', ['admin']];
const PERMISSIONS = [...NOTHING, 'a:read', 'org:a:read', 'org:org:a:read', 'b:read', 'org:b:read', ['a:read']];
const FEATURES = [
  ...NOTHING,
  'export',
  'user:export',
  'org:export',
  'u:export',
  'o:export',
  'organization:export',
  'ou:export',
  'team:export',
  ':export',
  'org:',
  'org',
  'user',
  'user:',
  ':',
  'chat',
  'org:chat',
  'user:chat',
  'both',
  'org:both',
  'user:both',
  'o:both:more',
  'wide:name',
  'o:wide:name',
];
const CLAIMS = [
  ...NOTHING,
  'o:export',
  'u:export',
  'o:export,u:chat,ou:both',
  ' o:export , uo:both ',
  'o:export,nonsense',
  'o:wide:name',
  'x:export',
  'oo:export',
  'o:',
  'o:org',
  'u:user',
  ',',
  'o:export,',
  'o:export\nmore',
  'ou:both,o:export,,',
  ':export',
];
const LEVELS = ['first_factor', 'second_factor', 'multi_factor'];
const CONFIGS = [
  ...NOTHING,
  'strict_mfa',
  'strict',
  'moderate',
  'lax',
  'constructor',
  '__proto__',
  'toString',
  'Strict',
  ['strict'],
  Symbol.iterator,
  ...LEVELS,
  ...LEVELS.flatMap(level =>
    [1, 10, 0.5, 0, -1, NaN, Infinity, '10', null, undefined].map(afterMinutes => ({ level, afterMinutes })),
  ),
  { level: 'third_factor', afterMinutes: 10 },
  { level: ['first_factor'], afterMinutes: 10 },
  { afterMinutes: 10 },
  { level: null, afterMinutes: 10 },
  { level: 'constructor', afterMinutes: 10 },
];
const AGE = [-1, 0, 0.4, 1, 9, 10, 11, 59, 61, 1439, 1441, -2, NaN, Infinity, '5', null, undefined];
const AGES = [...NOTHING, '12', [5], [5, 5, 5], ...AGE.flatMap(first => AGE.map(second => [first, second]))];

const differences = (sessions, params) => {
  const found = [];
  for (const session of sessions) {
    for (const asked of params) {
      const answer = session.checkAuthorization(asked);
      if (answer !== asClerkJs(session, asked)) found.push({ session: session.__internal_toSnapshot(), asked, answer });
    }
  }
  return found.slice(0, 3);
};

test('roles and permissions are judged as by clerk-js', () => {
  const lists = [[], null, ['org:a:read'], ['a:read'], ['org:org:a:read'], ['org:'], 'org:a:read'];
  const sessions = ROLES.flatMap(role => lists.map(permissions => sessionOf({ role, permissions })));
  const apart = [{ active: null }, { active: 'org_2' }, { active: '', organization_id: '' }, { user_id: '' }].map(
    sessionOf,
  );
  const params = ROLES.flatMap(role => PERMISSIONS.map(permission => ({ role, permission })));
  // Silly on both sides: a role or permission that is no more than the prefix.
  const asked = params.filter(({ role, permission }) => !['', 'org:'].includes(role) && permission !== '');
  expect(differences([...sessions, ...apart], asked)).toEqual([]);
});

test('features and plans are judged as by clerk-js', () => {
  const sessions = CLAIMS.flatMap(claim => [
    sessionOf({ claims: { fea: claim } }),
    sessionOf({ claims: { pla: claim, fea: 'o:export' } }),
  ]);
  const params = FEATURES.flatMap(asked => [{ feature: asked }, { plan: asked }, { plan: asked, feature: 'export' }]);
  expect(differences([...sessions, sessionOf({ claims: null })], params)).toEqual([]);
});

test('the ages of the factors are judged as by clerk-js', () => {
  expect(
    differences(
      AGES.map(ages => sessionOf({ ages })),
      CONFIGS.map(reverification => ({ reverification })),
    ),
  ).toEqual([]);
});

test('what is asked of several kinds must all hold', () => {
  const some = [undefined, 'admin', 'member'];
  const params = some.flatMap(role =>
    [undefined, 'export', 'chat'].flatMap(feature =>
      [undefined, 'strict', 'no'].map(reverification => ({ role, feature, reverification })),
    ),
  );
  expect(differences([sessionOf({}), sessionOf({ ages: [60, 60] })], params)).toEqual([]);
});

test('the method stays bound to its session, and asks for an argument', () => {
  const { checkAuthorization } = sessionOf({});
  expect(checkAuthorization({ role: 'admin' })).toBe(true);
  expect(() => checkAuthorization()).toThrow(TypeError);
});
