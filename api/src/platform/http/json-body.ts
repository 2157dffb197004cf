import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error.js';

export const MAX_JSON_DEPTH = 64;
const KIB = 1_024;
const MIB = 1_024 * KIB;

/** A batch of 1,000 of the largest items the contract allows fits; anything else is small. */
export const BODY_LIMIT_BYTES = 1 * MIB;
export const BATCH_BODY_LIMIT_BYTES = 16 * MIB;

declare module 'fastify' {
  interface FastifyRequest {
    /** The bytes as they came, for signatures over them. */
    rawBody?: Buffer;
  }
  interface FastifyContextConfig {
    /** The body is not parsed: whoever verifies its bytes does that afterwards. */
    takesRaw?: boolean;
  }
}

const malformed = (detail: string) => new ProblemError('request.malformed', detail);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Nesting is counted before parsing, so that nothing behind it needs to fear the stack. */
export function jsonDepth(body: Buffer): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i];
    if (byte === QUOTE) {
      for (i++; i < body.length && body[i] !== QUOTE; i++) if (body[i] === BACKSLASH) i++;
    } else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > deepest) deepest = depth;
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return deepest;
}

/**
 * Bodies are JSON in valid UTF-8 (a decoder that replaces bad bytes would store something nobody sent), of bounded
 * depth and without keys that reach prototypes. An empty body is no body.
 */
export function takeJsonOnly(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done) => {
      request.rawBody = body;
      if (body.length === 0 || request.routeOptions.config.takesRaw) return done(null, undefined);
      if (!isUtf8(body)) return done(malformed('The body is not valid UTF-8.'));
      if (jsonDepth(body) > MAX_JSON_DEPTH) {
        return done(malformed(`The body is nested deeper than ${MAX_JSON_DEPTH} levels.`));
      }
      parse(request, body.toString('utf8'), done);
    },
  );
  instance.addHook('onRoute', (route) => {
    route.bodyLimit ??= route.url.endsWith('/batch') ? BATCH_BODY_LIMIT_BYTES : BODY_LIMIT_BYTES;
  });
}
