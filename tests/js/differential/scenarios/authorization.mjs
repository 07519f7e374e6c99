// What a session may do: `checkAuthorization()`, the agent who acts in it, what is left to do in it.
import { ada, call, get, load, patched, scenario, set, together, unbound, undefinedValue } from '../language.mjs';
import { jwt, sid } from './jwt.mjs';
import { membership } from './rich.mjs';

const one = { signedIn: [ada] };

const admin = {
  ...membership,
  role: 'org:admin',
  permissions: ['org:invoices:create', 'org:sys_memberships:read', 'reports:read'],
};
const token = claims => ({ object: 'token', jwt: jwt({ sid, ...claims }) });

/** Ada's session with these fields. */
const session = fields =>
  patched(
    '/client',
    ...Object.entries(fields).map(([key, value]) => ({ op: 'add', path: `/response/sessions/0/${key}`, value })),
  );
const member = fields =>
  session({ 'user/organization_memberships': [admin], last_active_organization_id: 'org_1', ...fields });

/** All in one step: each is synchronous, and changes nothing. */
const may = (...asked) => together(asked.map(one => call('session.checkAuthorization', one)));

const ROLES = ['org:admin', 'admin', 'org:org:admin', 'org:member', 'member', 'Admin', null, 5, true, ['org:admin']];
const PERMISSIONS = [
  'org:invoices:create',
  'invoices:create',
  'org:invoices:read',
  'org:sys_memberships:read',
  'reports:read',
  'org:reports:read',
  null,
  5,
  [],
  {},
];
const asRoles = ROLES.map(role => ({ role }));
const asPermissions = PERMISSIONS.map(permission => ({ permission }));

const organizations = [
  scenario('roles and permissions in an organization', {
    ...one,
    steps: [
      member(),
      load(),
      may(...asRoles),
      may(...asPermissions),
      may(
        { role: 'admin', permission: 'invoices:create' },
        { role: 'member', permission: 'invoices:create' },
        { role: 'admin', permission: 'x' },
      ),
    ],
  }),
  scenario('roles and permissions in the personal account', {
    ...one,
    steps: [session({ 'user/organization_memberships': [admin] }), load(), may(...asRoles, ...asPermissions)],
  }),
  scenario('roles and permissions in an organization that the user is not in', {
    ...one,
    steps: [member({ last_active_organization_id: 'org_9' }), load(), may(...asRoles, ...asPermissions)],
  }),
  scenario('roles without the prefix, and one that is more than it', {
    ...one,
    steps: [
      member({ 'user/organization_memberships': [{ ...admin, role: 'admin', permissions: ['org:org:x'] }] }),
      load(),
      may(...asRoles, { permission: 'x' }, { permission: 'org:org:x' }),
    ],
  }),
];

const FEATURES = [
  'export',
  'org:export',
  'o:export',
  'organization:export',
  'user:export',
  'u:export',
  'chat',
  'user:chat',
  'org:chat',
  'both',
  'org:both',
  'user:both',
  'ou:both',
  'team:export',
  ':export',
  'org:',
  'export:',
  'export:more',
  'org:export:more',
  '',
  ' export',
  null,
  5,
  [],
  {},
];
const CLAIMS = [
  'o:export,u:chat,ou:both',
  ' o:export , uo:both ',
  'o:export,nonsense',
  'x:export,oo:both,u:org,o:export:more',
  ['o:export'],
];

const features = [
  ...CLAIMS.map(claim =>
    scenario(`features and plans of a token that lists ${JSON.stringify(claim)}`, {
      ...one,
      steps: [
        session({ last_active_token: token({ fea: claim, pla: claim }) }),
        load(),
        may(...FEATURES.map(feature => ({ feature }))),
        may(...FEATURES.map(plan => ({ plan }))),
      ],
    }),
  ),
  scenario('features and plans of a token without any', {
    ...one,
    steps: [load(), may({ feature: 'export' }, { plan: 'pro' }, { plan: '' })],
  }),
  scenario('a feature and a plan', {
    ...one,
    steps: [
      session({ last_active_token: token({ fea: 'o:export', pla: 'u:pro' }) }),
      load(),
      may({ feature: 'export', plan: 'pro' }, { feature: 'export', plan: 'free' }, { feature: 'chat', plan: 'pro' }),
    ],
  }),
];

const LEVELS = ['first_factor', 'second_factor', 'multi_factor'];
const CONFIGS = [
  'strict_mfa',
  'strict',
  'moderate',
  'lax',
  ...LEVELS.flatMap(level => [1, 10, 1_000_000].map(afterMinutes => ({ level, afterMinutes }))),
];
const INVALID = [
  null,
  false,
  0,
  '',
  'strictest',
  'constructor',
  '__proto__',
  [],
  ['strict'],
  {},
  5,
  true,
  'first_factor',
  { level: 'first_factor' },
  { afterMinutes: 10 },
  { level: 'third_factor', afterMinutes: 10 },
  { level: ['first_factor'], afterMinutes: 10 },
  ...LEVELS.flatMap(level => [0, -1, '10', null, true, []].map(afterMinutes => ({ level, afterMinutes }))),
];
const AGES = [[5, 5], [5, -1], [-1, 5], [-1, -1], null, '55'];
const MORE_AGES = [
  [0, 0],
  [9, 11],
  [11, 9],
  [10, 10],
  [59, 60],
  [60, 59],
  [1439, 1440],
  [1440, 1439],
  [11, -1],
  [-1, 11],
  [],
  [5],
  [5, 5, 5],
  ['5', 5],
  [5, null],
  [5, -2],
  5,
];
const verified = configs => may(...configs.map(reverification => ({ reverification })));

const reverifications = [
  ...AGES.map(ages =>
    scenario(`factors that were verified ${JSON.stringify(ages)} minutes ago`, {
      ...one,
      steps: [session({ factor_verification_age: ages }), load(), verified(CONFIGS)],
    }),
  ),
  scenario('factors that were verified at other times', {
    ...one,
    steps: [load(), MORE_AGES.flatMap(ages => [set('session.factorVerificationAge', ages), verified(CONFIGS)])].flat(),
  }),
  scenario('verifications that nobody can ask for', {
    ...one,
    steps: [session({ factor_verification_age: [0, 0] }), load(), verified(INVALID)],
  }),
];

const both = [
  { role: 'admin' },
  { permission: 'invoices:create' },
  { feature: 'export' },
  { role: 'member' },
  { feature: 'chat' },
];

const combinations = [
  scenario('all that is asked must hold', {
    ...one,
    steps: [
      member({ factor_verification_age: [5, 30], last_active_token: token({ fea: 'o:export' }) }),
      load(),
      may(...both.flatMap(asked => ['moderate', 'strict', 'no'].map(reverification => ({ ...asked, reverification })))),
      may(
        ...['admin', 'member', undefinedValue].flatMap(role => ['export', 'chat'].map(feature => ({ role, feature }))),
      ),
    ],
  }),
  scenario('nothing is asked', {
    ...one,
    steps: [load(), may({}, 'role', 5, true, [], { role: undefinedValue }, { anything: 'else' })],
  }),
  scenario('checkAuthorization() without an argument', {
    ...one,
    steps: [load(), call('session.checkAuthorization'), call('session.checkAuthorization', null)],
  }),
  scenario('checkAuthorization() that was taken off its session', {
    ...one,
    steps: [member(), load(), unbound('session.checkAuthorization', { role: 'admin' })],
  }),
  scenario('the authorization of a user without an id', {
    ...one,
    steps: [member({ 'user/id': '' }), load(), may({ role: 'admin' }, { reverification: 'lax' })],
  }),
];

const ACTORS = [null, { sub: 'user_2' }, { sub: 'user_2', type: 'agent' }, { sub: 'user_2', type: 'person' }];
const TASKS = [null, [], [{ key: 'choose-organization' }], [{ key: 'setup-mfa' }, { key: 'reset-password' }]];

const properties = [
  ...ACTORS.map(actor =>
    scenario(`somebody acts: ${JSON.stringify(actor)}`, {
      ...one,
      steps: [session({ actor }), load(), get('session.actor'), get('session.agent')],
    }),
  ),
  ...TASKS.map(tasks =>
    scenario(`what is left to do: ${JSON.stringify(tasks)}`, {
      ...one,
      steps: [
        session({ tasks, status: tasks?.length ? 'pending' : 'active' }),
        load(),
        get('session.tasks'),
        get('session.currentTask'),
      ],
    }),
  ),
];

export const scenarios = [...organizations, ...features, ...reverifications, ...combinations, ...properties];
