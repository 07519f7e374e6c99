// The errors of glue/errors.js, beside those of the npm package `@clerk/shared`: each side's guards know the other's.

import * as shared from '@clerk/shared/error';
import { expect, test } from 'vitest';
import * as ours from '../../../src/js/glue/errors.js';

test('an offline error is the runtime error of its code, for our guards and for those of @clerk/shared', () => {
  const error = ours.runtimeError('No network.', 'clerk_offline');
  expect(error).toBeInstanceOf(ours.ClerkOfflineError);
  expect(error).toBeInstanceOf(ours.ClerkRuntimeError);
  expect(error).toMatchObject({ name: 'ClerkOfflineError', code: 'clerk_offline', clerkError: true, clerkRuntimeError: true });
  expect(error.message).toBe(new shared.ClerkOfflineError('No network.').message);
  for (const { ClerkOfflineError, isClerkRuntimeError } of [ours, shared]) {
    expect(ClerkOfflineError.ERROR_CODE).toBe('clerk_offline');
    for (const one of [error, new shared.ClerkOfflineError('No network.')]) {
      expect(ClerkOfflineError.is(one)).toBe(true);
      expect(isClerkRuntimeError(one)).toBe(true);
    }
    expect(ClerkOfflineError.is(ours.runtimeError('No token.', 'network_error'))).toBe(false);
    expect(ClerkOfflineError.is(undefined)).toBe(false);
  }
});
