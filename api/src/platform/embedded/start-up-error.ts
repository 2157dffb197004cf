/**
 * Something outside the program keeps it from starting (a taken port, a directory that cannot be written). The message
 * is one line that says what to do; whoever catches it prints that line, no stack, and exits with 1.
 */
export class StartUpError extends Error {
  override readonly name = 'StartUpError';
}
