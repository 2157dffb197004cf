import { isUtf8 } from 'node:buffer';
import type { z } from 'zod';
import { jsonDepth, MAX_JSON_DEPTH } from '../../platform/http/json-body.js';
import { invalidNotice } from './verifier.js';

/** JSON of bounded depth in valid UTF-8, or undefined. Read after the signature only. */
export function jsonOf(body: Buffer): unknown {
  if (!isUtf8(body) || jsonDepth(body) > MAX_JSON_DEPTH) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Refuses a signed body that is not what its provider sends. `root` is where in the body the value was found. */
export function shapeOf<T>(schema: z.ZodType<T>, value: unknown, root = ''): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const pointer = [root, ...(issue?.path ?? []).map(String)].join('/');
  throw invalidNotice(pointer, value === undefined ? 'must be JSON' : (issue?.message ?? 'is not valid'));
}
