import { databaseRefusal } from '../../platform/database/refusals.js';

/** Deadlock, serialization failure, and a batch judged on reference data that has just changed: simply try again. */
const TRANSIENT = new Set(['40001', '40P01', 'reference_changed']);

export const isTransient = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && TRANSIENT.has(String(error.code));

/** Whether the database cannot be reached, as against refusing what it was asked. */
export const isUnavailable = (error: unknown): boolean => databaseRefusal(error) === 'unavailable';

/** Thrown by a batch that noticed newer reference data than it holds. */
export class ReferenceChanged extends Error {
  readonly code = 'reference_changed';
}
