import type { RecoveryCodes, StaffSession, TotpEnrolment } from '@coinwarden/contracts';
import { Refusal, readJson, sendJson } from './http';

export interface Credentials {
  email: string;
  password: string;
  totp?: string;
}

let known: Promise<StaffSession> | null = null;

/** Asked once and remembered until the server says otherwise; every screen shares the answer. */
export function currentSession(): Promise<StaffSession> {
  known ??= readJson<StaffSession>('session').catch((error: unknown) => {
    known = null;
    throw error;
  });
  return known;
}

export const forgetSession = () => {
  known = null;
};

export async function signIn(credentials: Credentials): Promise<void> {
  await sendJson('POST', 'session', credentials);
  forgetSession();
}

export async function signOut(): Promise<void> {
  forgetSession();
  // A session that has already ended needs no ending.
  await sendJson('DELETE', 'session').catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.status === 0 || error.status >= 500) throw error;
  });
}

export const startTotp = (password: string) => sendJson<TotpEnrolment>('POST', 'session/totp', { password });

export async function confirmTotp(code: string): Promise<RecoveryCodes> {
  const codes = await sendJson<RecoveryCodes>('POST', 'session/totp/confirm', { code });
  forgetSession();
  return codes;
}

export async function changePassword(passwords: {
  currentPassword: string;
  newPassword: string;
}): Promise<void> {
  await sendJson('POST', 'session/password', passwords);
  forgetSession();
}
