import { randomBytes } from 'node:crypto';

/** Standard Webhooks: between 24 and 64 random bytes, base64 behind the prefix. */
const SECRET_BYTES = 32;

export const newEndpointSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
