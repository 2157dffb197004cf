import { ConfigError } from '../config/config.js';
import { StartUpError } from './start-up-error.js';

/**
 * Runs a program to its end; its answer is the exit code. What a person can put right is told in one line each, without
 * a stack; anything else is a defect and keeps its stack.
 */
export async function runProgram(program: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await program()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    const lines = linesOf(error);
    if (lines) for (const line of lines) process.stderr.write(`${line}\n`);
    else throw error;
  }
}

function linesOf(error: unknown): readonly string[] | null {
  if (error instanceof StartUpError) return [error.message];
  if (error instanceof ConfigError) return error.problems;
  return null;
}
