// Whether a session may do something. `src/model/authorization.rs` has the same rules for Rust.

const PRESETS = {
  strict_mfa: { level: 'multi_factor', afterMinutes: 10 },
  strict: { level: 'second_factor', afterMinutes: 10 },
  moderate: { level: 'second_factor', afterMinutes: 60 },
  lax: { level: 'second_factor', afterMinutes: 1440 },
};

/** All that is asked must hold; nothing asked is no. What is not of the right type does not hold. */
export function isAuthorized({ user, lastActiveOrganizationId, lastActiveToken, factorVerificationAge }, params) {
  const { fea, pla } = lastActiveToken?.jwt?.claims ?? {};
  const { role, permissions } = membershipIn(lastActiveOrganizationId, user);
  const checks = {
    role: asked => typeof role === 'string' && role !== '' && bare(role) === bare(asked),
    permission: asked => !!permissions?.includes('org:' + bare(asked)),
    feature: asked => entitles(fea, asked),
    plan: asked => entitles(pla, asked),
    reverification: asked => isVerified(factorVerificationAge, typeof asked === 'string' ? PRESETS[asked] : asked),
  };
  const asked = Object.keys(checks).filter(name => params[name] !== undefined);
  return (
    !!user?.id &&
    asked.length > 0 &&
    asked.every(name => (name === 'reverification' || typeof params[name] === 'string') && checks[name](params[name]))
  );
}

const membershipIn = (id, user) =>
  (id && user?.organizationMemberships?.find(({ organization }) => organization.id === id)) || {};

const bare = text => text.replace(/^(org:)*/, '');

/** Whether a claim such as `o:export,u:chat,ou:basic` lists what is asked for; one that is written in another way lists nothing. */
function entitles(claim, asked) {
  const [first, second] = asked.split(':');
  const scope = second === undefined ? '' : /^(o(rg(anization)?)?|u(ser)?)$/.test(first) && first[0];
  const entries = typeof claim === 'string' ? claim.split(',').map(entry => entry.trim().match(/^([^:]*):(.*)/s)) : [];
  return (
    entries.every(Boolean) &&
    entries.some(([, scopes, id]) => /^(ou?|uo?)$/.test(scopes) && scopes.includes(scope) && id === (second || first))
  );
}

/** Ages are minutes; −1 is that of a factor which the user does not have. */
function isVerified(ages, asked) {
  if (!Array.isArray(ages) || ages.length !== 2 || !ages.every(age => age === -1 || (Number.isFinite(age) && age >= 0)))
    return false;
  const { level, afterMinutes } = asked ?? {};
  const [first, second] = ages.map(age => age >= 0 && typeof afterMinutes === 'number' && afterMinutes > age);
  const hasNoSecond = ages[1] === -1;
  if (level === 'first_factor') return first;
  if (level === 'second_factor') return hasNoSecond ? first : second;
  return level === 'multi_factor' && first && (hasNoSecond || second);
}
