import { PROBLEMS, type Problem } from '@coinwarden/contracts';
import { HttpException } from '@nestjs/common';
import { databaseRefusal } from '../database/refusals.js';
import { ProblemError } from './problem-error.js';

export const PROBLEM_TYPE = 'application/problem+json';

const DETAILS = {
  bodyType: 'Send the body as application/json.',
  bodyJson:
    'The body has to be one JSON value in UTF-8, without __proto__ keys and not nested deeper than 64 levels.',
  unavailable: 'The database cannot be reached right now. Nothing was changed; try again with the same key.',
  badValue: 'A value cannot be stored.',
  conflict: 'The record has changed or already exists.',
  internal: 'The request failed for a reason that is ours. Quote the request id when you report it.',
};

const BY_STATUS: Record<number, () => ProblemError> = {
  400: () => new ProblemError('request.malformed', DETAILS.bodyJson),
  401: () => new ProblemError('auth.missing'),
  403: () => new ProblemError('auth.forbidden'),
  404: () => new ProblemError('route.unknown'),
  405: () => new ProblemError('method.not_allowed'),
  413: () => new ProblemError('request.too_large'),
  414: () => new ProblemError('route.unknown'),
  415: () => new ProblemError('request.unsupported_media_type', DETAILS.bodyType),
  429: () => new ProblemError('request.rate_limited'),
  503: () => new ProblemError('service.unavailable'),
};

/** The HTTP status that Fastify, Nest or one of their plugins gave an error of its own. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' ? status : null;
}

/**
 * Any thrown value as a refusal that may leave the process: its text is one of ours, never the error's own. Null for
 * a fault of ours, which is answered as `internal` and logged.
 */
export function refusalOf(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error;
  const status = statusOf(error);
  if (status !== null && status < 600) {
    const known = BY_STATUS[status];
    if (known) return known();
    if (status < 500) return new ProblemError('request.malformed', DETAILS.bodyJson);
  }
  switch (databaseRefusal(error)) {
    case 'unavailable':
      return new ProblemError('service.unavailable', DETAILS.unavailable, [], { 'Retry-After': '1' });
    case 'bad_value':
      return new ProblemError('request.invalid', DETAILS.badValue);
    case 'conflict':
      return new ProblemError('record.conflict', DETAILS.conflict);
    default:
      return null;
  }
}

export const internalProblem = () => new ProblemError('internal', DETAILS.internal);

/** RFC 9457. `instance` is the path without its query, which may carry what should not be repeated. */
export function problemDocument(error: ProblemError, request: { url: string; id: string }): Problem {
  const { status, title } = PROBLEMS[error.code];
  return {
    type: `urn:coinwarden:problem:${error.code}`,
    title,
    status,
    detail: error.message,
    instance: request.url.split('?', 1)[0]!.slice(0, 500).toWellFormed(),
    code: error.code,
    requestId: request.id,
    errors: [...error.errors],
  };
}
