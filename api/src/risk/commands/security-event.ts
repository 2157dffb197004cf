import type { AccountEventRequest } from '@coinwarden/contracts';
import { hashId, NO_DEVICE, type SecurityEvent } from '@coinwarden/domain';

/** What the account's profile remembers of an event; null for one that is not about its security. */
export function securityEventOf(told: AccountEventRequest, at: number): SecurityEvent | null {
  const common = { at, device: told.device === undefined ? NO_DEVICE : hashId(told.device.id) };
  switch (told.type) {
    case 'sign_in':
      return { ...common, type: told.type, place: told.place ?? null };
    case 'sign_in_failed':
    case 'recovery':
      return { ...common, type: told.type };
    case 'credential_change':
      return { ...common, type: told.type, credential: told.credential ?? 'other' };
    case 'step_up':
      return { ...common, type: told.type, method: told.method, passed: told.outcome === 'passed' };
    case 'report':
      return null;
  }
}
