import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and two passes (the library's defaults): OWASP Password Storage Cheat Sheet, 2023. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'));

let decoy: Promise<string> | null = null;

/** Without a hash a decoy is checked, so that an unknown e-mail takes as long to refuse as a wrong password. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash(randomBytes(16));
  const matches = await verify(stored ?? (await decoy), password.normalize('NFC'));
  return stored !== null && matches;
}

/** 96 random bits, to be handed over once and replaced at the first sign-in. */
export const newOneTimePassword = (): string => randomBytes(12).toString('base64url');
