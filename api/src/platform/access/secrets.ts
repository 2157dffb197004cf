import { hash, randomBytes } from 'node:crypto';

/** 256 random bits in base64url: not guessable, so a plain SHA-256 is enough to keep it by. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');
