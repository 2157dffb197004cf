import { createHash, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Coinwarden';
const PERIOD_SECONDS = 30;
/** One step either way, for clocks that run apart and codes typed late (RFC 6238, section 5.2). */
const DRIFT_STEPS = 1;
const RECOVERY_CODES = 10;
const RECOVERY_CODE_LENGTH = 12;
/** Without the letters that are read as digits. */
const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 160 random bits in base32, the length RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

export const totpUri = (secret: string, email: string): string =>
  new TOTP({ issuer: ISSUER, label: email, secret: Secret.fromBase32(secret) }).toString();

/**
 * The time step a code belongs to, or null when it is not valid around `now` (milliseconds). Whoever accepts a code
 * keeps its step and takes no code at or before it again.
 */
export function totpStep(secret: string, code: string, now: number): number | null {
  const delta = TOTP.validate({
    token: code,
    secret: Secret.fromBase32(secret),
    period: PERIOD_SECONDS,
    timestamp: now,
    window: DRIFT_STEPS,
  });
  return delta === null ? null : Math.floor(now / 1_000 / PERIOD_SECONDS) + delta;
}

/** For a person without their phone: each works once. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newRecoveryCode);

function newRecoveryCode(): string {
  const letter = () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)];
  return Array.from({ length: RECOVERY_CODE_LENGTH }, letter)
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** 59 random bits make a plain hash enough; dashes, spaces and case are forgiven. */
export const recoveryCodeHash = (staffId: string, code: string): Buffer =>
  createHash('sha256')
    .update(`${staffId}:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
    .digest();
