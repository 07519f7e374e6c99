// The members of a Clerk object that show components, of which this package has none.
import { ada, call, load, scenario } from '../language.mjs';

const COMPONENTS = 'SignIn SignUp UserProfile OrganizationProfile CreateOrganization Waitlist';
const components = [
  scenario('components are not here', {
    signedIn: [ada],
    differs: ['absent-components'],
    steps: [
      load(),
      ...COMPONENTS.split(' ').flatMap(name => ['open', 'close', 'mount', 'unmount'].map(does => call(does + name))),
      ...[
        'UserButton',
        'OrganizationSwitcher',
        'OrganizationList',
        'UserAvatar',
        'PricingTable',
        'APIKeys',
        'OAuthConsent',
        'TaskChooseOrganization',
        'TaskResetPassword',
        'TaskSetupMFA',
      ].flatMap(name => [call(`mount${name}`), call(`unmount${name}`)]),
      ...['Checkout', 'PlanDetails', 'SubscriptionDetails', 'Reverification'].flatMap(name => [
        call(`__internal_open${name}`),
        call(`__internal_close${name}`),
      ]),
      call('openGoogleOneTap'),
      call('closeGoogleOneTap'),
      call('assertComponentsReady'),
    ],
  }),
];

export const scenarios = components;
