// The scenarios by area.
import { scenarios as account } from './account.mjs';
import { scenarios as accountLive } from './account-live.mjs';
import { scenarios as attempts } from './attempts.mjs';
import { scenarios as authorization } from './authorization.mjs';
import { scenarios as busy } from './busy.mjs';
import { scenarios as callbacks } from './callbacks.mjs';
import { scenarios as captcha } from './captcha.mjs';
import { scenarios as clerk } from './clerk.mjs';
import { scenarios as client } from './client.mjs';
import { scenarios as components } from './components.mjs';
import { scenarios as factors } from './factors.mjs';
import { scenarios as faults } from './faults.mjs';
import { scenarios as flows } from './flows.mjs';
import { scenarios as focus } from './focus.mjs';
import { scenarios as framework } from './framework.mjs';
import { scenarios as keepalive } from './keepalive.mjs';
import { scenarios as load } from './load.mjs';
import { scenarios as navigation } from './navigation.mjs';
import { scenarios as organization } from './organization.mjs';
import { scenarios as outages } from './outages.mjs';
import { scenarios as passkeys } from './passkeys.mjs';
import { scenarios as passwords } from './passwords.mjs';
import { scenarios as payloads } from './payloads.mjs';
import { scenarios as providers } from './providers.mjs';
import { scenarios as requests } from './requests.mjs';
import { scenarios as satellites } from './satellites.mjs';
import { scenarios as session } from './session.mjs';
import { scenarios as signals } from './signals.mjs';
import { scenarios as verification } from './verification.mjs';

export const areas = {
  load,
  faults,
  outages,
  busy,
  clerk,
  session,
  keepalive,
  focus,
  authorization,
  verification,
  passkeys,
  passwords,
  client,
  attempts,
  factors,
  flows,
  providers,
  framework,
  signals,
  components,
  navigation,
  callbacks,
  payloads,
  requests,
  captcha,
  satellites,
  account,
  organization,
  accountLive,
};
