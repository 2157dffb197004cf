import { createHash } from 'node:crypto';

const DIGITS = 24;

/** An id made of what it is for, so that the same things done again get the same ids. */
export function sandboxId(prefix: string, ...parts: readonly (string | number | bigint)[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest('base64url');
  return `${prefix}_${digest.replace(/[-_]/g, '0').slice(0, DIGITS)}`;
}
