import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { type FieldError, ProblemError } from './problem-error.js';

type Issue = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
};

/** More would help nobody, and their number is up to whoever sent the body. */
const MAX_ERRORS = 50;
const MAX_DETAIL_LENGTH = 300;

/** RFC 6901. A key the caller chose may hold anything, so only well-formed, short keys are repeated back. */
const pointerSegment = (key: PropertyKey): string =>
  String(key).slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');

export const fieldErrors = (issues: readonly Issue[], root = ''): FieldError[] =>
  issues.slice(0, MAX_ERRORS).map((issue) => ({
    pointer: [root, ...(issue.path ?? []).map((p) => pointerSegment(typeof p === 'object' ? p.key : p))].join(
      '/',
    ),
    detail: issue.message.slice(0, MAX_DETAIL_LENGTH).toWellFormed(),
  }));

const ROOTS: Partial<Record<ArgumentMetadata['type'], string>> = { query: '/query', param: '/params' };

/**
 * Validates what a controller declares: `@Body({ schema })`, `@Query({ schema })`, `@Param('id', { schema })`. A value
 * that does not fit answers 422 with a pointer per field; unknown fields are for the schema to refuse.
 */
@Injectable()
export class ValidationPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (!metadata.schema) return value;
    const result = await metadata.schema['~standard'].validate(value);
    if (!result.issues) return result.value as T;
    const root = ROOTS[metadata.type] ?? '';
    const named = metadata.data ? `${root}/${pointerSegment(metadata.data)}` : root;
    throw new ProblemError('request.invalid', undefined, fieldErrors(result.issues, named));
  }
}
