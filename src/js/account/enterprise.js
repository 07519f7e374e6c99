// The enterprise connections that somebody may use.

import { list } from './answer.js';
import { OPTIONS } from './row.js';

export const enterpriseConnections = path => ({
  takes: OPTIONS,
  path,
  search: params => ({ with_organization_account_linking: params?.withOrganizationAccountLinking }),
  gives: list('EnterpriseConnection'),
});
