import { StartUpError } from '../platform/embedded/start-up-error.js';

/** Why an import cannot go on, in one line that says what to change. Bad rows are no such error: they are reported. */
export class ImportError extends StartUpError {}

/** A mapping file that does not hold together, with a JSON pointer to the place. */
export class MapError extends ImportError {
  constructor(
    readonly pointer: string,
    readonly detail: string,
  ) {
    super(`The map does not fit at ${pointer || '/'}: ${detail}`);
  }
}
