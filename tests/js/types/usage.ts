// The package as an application uses it, under `tsc --strict`.

import {
  BackendClient,
  type BackendSession,
  Clerk,
  ClerkAPIResponseError,
  ClerkOfflineError,
  ClerkRuntimeError,
  type ClientJSONSnapshot,
  type ClientResource,
  EmailLinkErrorCodeStatus,
  isClerkAPIResponseError,
  isEmailLinkError,
  isMetamaskError,
  type SessionResource,
  type SessionVerificationResource,
  type SignInFirstFactor,
} from 'clerk-wasm';

export async function signIn(clerk: Clerk, identifier: string, password: string): Promise<SessionResource[]> {
  await clerk.load({ standardBrowser: true });
  await clerk.load({ startFrom: 'snapshot' });
  await clerk.load({ touchSession: false });
  // @ts-expect-error There is nothing else to start from.
  await clerk.load({ startFrom: 'cache' });
  const { client } = clerk;
  if (!client) throw new Error('not loaded');
  try {
    const attempt = await client.signIn.create({ strategy: 'password', identifier, password });
    if (attempt.status === 'complete') await clerk.setActive({ session: attempt.createdSessionId });
    const code = attempt.supportedFirstFactors?.find(isEmailCode);
    if (code) await attempt.prepareFirstFactor({ strategy: 'email_code', emailAddressId: code.emailAddressId });
    await attempt.prepareFirstFactor({ strategy: 'phone_code', phoneNumberId: 'idn_1', channel: 'whatsapp' });
    // @ts-expect-error A link leads somewhere.
    await attempt.prepareFirstFactor({ strategy: 'email_link', emailAddressId: 'idn_1' });
    await attempt.authenticateWithRedirect({
      strategy: 'oauth_google',
      redirectUrl: '/callback',
      redirectUrlComplete: '/',
    });
    const { error } = await attempt.__internal_future.emailCode.sendCode({ emailAddress: identifier });
    if (error) throw error;
    // @ts-expect-error A window has to be given.
    await client.signUp.authenticateWithPopup({
      strategy: 'oauth_google',
      redirectUrl: '/callback',
      redirectUrlComplete: '/',
    });
    const { startEmailLinkFlow, cancelEmailLinkFlow } = client.signUp.createEmailLinkFlow();
    await startEmailLinkFlow({ redirectUrl: 'https://example.com' }).finally(cancelEmailLinkFlow);
    const leave: string = clerk.buildUrlWithAuth('/sign-in');
    location.assign(leave);
  } catch (error) {
    if (ClerkOfflineError.is(error)) console.log(error.code.length, error.clerkRuntimeError);
    if (isClerkAPIResponseError(error)) console.log(error.status, error.errors[0]?.longMessage, error.clerkTraceId);
  }
  const touched: ClientResource | undefined = await client.sessions[0]?.__internal_touch({ intent: 'select_org' });
  void touched;
  const { getToken } = client.sessions[0] ?? {};
  const token: string | null | undefined = await getToken?.({ template: 'api' });
  console.log(token, client.sessions[0]?.expireAt.getTime(), client.signIn.userData.firstName?.length);
  const mayInvite: boolean | undefined = clerk.session?.checkAuthorization({
    permission: 'invite',
    reverification: { level: 'multi_factor', afterMinutes: 5 },
  });
  // @ts-expect-error There is no such level.
  clerk.session?.checkAuthorization({ reverification: 'strictest' });
  console.log(mayInvite);
  return client.sessions;
}

export function sentence(error: unknown): string {
  if (isEmailLinkError(error)) return error.code === EmailLinkErrorCodeStatus.Expired ? 'Too late.' : error.code;
  if (isMetamaskError(error)) return String(error.code);
  const made = new ClerkRuntimeError('x', { code: 'mine', docsUrl: 'https://a.test/', cause: new Error('y') });
  const refusal = new ClerkAPIResponseError('x', { data: [{ code: 'mine', message: '' }], status: 400 });
  // @ts-expect-error A refusal has a status.
  new ClerkAPIResponseError('x', { data: [] });
  return made.docsUrl ?? made.cause?.message ?? refusal.message;
}

export async function reverify(session: SessionResource, password: string): Promise<boolean> {
  const started: SessionVerificationResource = await session.startVerification({ level: 'multi_factor' });
  for (const factor of started.supportedFirstFactors ?? []) {
    if (factor.strategy === 'email_code') await session.prepareFirstFactorVerification(factor);
  }
  const half = await session.attemptFirstFactorVerification({ strategy: 'password', password });
  const phone = half.supportedSecondFactors?.find(factor => factor.strategy === 'phone_code');
  if (phone?.strategy === 'phone_code') await session.prepareSecondFactorVerification(phone);
  const done = await session.attemptSecondFactorVerification({ strategy: 'backup_code', code: '1' });
  // @ts-expect-error A level that does not exist.
  await session.startVerification({ level: 'third_factor' });
  const signed: SessionVerificationResource = await session.verifyWithPasskey();
  void signed;
  // @ts-expect-error A passkey has to be given.
  await session.attemptFirstFactorVerification({ strategy: 'passkey' });
  return done.status === 'complete' && done.session.factorVerificationAge?.[1] === 0;
}

function isEmailCode(factor: SignInFirstFactor): factor is Extract<SignInFirstFactor, { emailAddressId: string }> {
  return factor.strategy === 'email_code';
}

export function backend(json: object, snapshot: ClientJSONSnapshot): number {
  const client = BackendClient.fromJSON(json);
  const session: BackendSession | undefined = client.sessions[0];
  // @ts-expect-error Read-only.
  client.id = 'client_2';
  // @ts-expect-error Only `fromJSON` makes one.
  new BackendClient();
  return client.createdAt + (session?.expireAt ?? 0) + (snapshot.created_at ?? 0);
}

export async function renameMe(clerk: Clerk): Promise<boolean> {
  clerk.__internal_onBeforeRequest(request => {
    request.url.searchParams.set('_is_native', '1');
    request.headers.set('authorization', 'token');
    request.credentials = 'omit';
    // @ts-expect-error Which request it is stays as it is.
    request.path = '/other';
  });
  clerk.__internal_onAfterResponse(async (request, response) =>
    console.log(request.method, response.headers.get('authorization'), response.payload),
  );
  clerk.setProtectAssertion(async () => undefined);
  const { request } = clerk.getFapiClient();
  // @ts-expect-error Requests have a path.
  await request({ method: 'GET' });
  const { ok, payload } = await request({
    path: '/me',
    method: 'PATCH',
    body: { firstName: 'Ada' },
    signal: AbortSignal.timeout(1000),
  });
  console.log(payload, new Clerk('pk', { domain: url => url.hostname, proxyUrl: '/__clerk' }).domain);
  await clerk.load({ protectAssertion: 'v1.a', experimental: { rethrowOfflineNetworkErrors: true } });
  return ok;
}
