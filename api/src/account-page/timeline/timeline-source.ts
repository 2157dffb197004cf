import type { TimelineEvent } from '@coinwarden/contracts';
import { idFloor, type TimelineBound, type TimelineKind } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** One event as a source hands it over: how the sequence sorts it, and what is shown. */
export interface SourceEvent {
  readonly id: string;
  readonly event: TimelineEvent;
}

export interface SourceRequest {
  readonly accountId: string;
  /** Those of the source's kinds that are wanted. */
  readonly kinds: readonly TimelineKind[];
  /** Null: from the newest on. */
  readonly behind: TimelineBound | null;
  readonly rows: number;
  /** Whether the reader may see which decisions are looked at a second time. */
  readonly seesSamples: boolean;
}

/**
 * A table's part of the timeline. `read` answers its newest events behind the bound, in order, by a look-up in an index
 * that ends after `rows`: how long the table is, or the account's part of it, does not matter.
 */
export interface TimelineSource {
  /** In cursors: it stays. */
  readonly name: string;
  readonly kinds: readonly TimelineKind[];
  /** What its ids look like, with a group for each column they are made of. */
  readonly ids: RegExp;
  read(db: Queryable, request: SourceRequest): Promise<SourceEvent[]>;
}

export const UUID_IDS = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;
export const UUID_AND_NUMBER_IDS = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}):(\d{9})$/;
/** Below 2^63, as far as the database counts. */
export const NUMBER_IDS = /^([0-8]\d{18})$/;

const LOWEST_UUID = '00000000-0000-0000-0000-000000000000';
const HIGHEST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const HIGHEST_NUMBER = 2_147_483_647;

/** Where ids are made in the order of time, the bound is an id. */
export const idBehind = (behind: TimelineBound | null): string =>
  behind === null ? HIGHEST_UUID : (behind.id ?? idFloor(behind.at));

/** The bound as [moment, id], for sources whose rows say when. */
export const uuidBehind = (behind: TimelineBound | null): [at: Date | 'infinity', id: string] =>
  behind === null ? ['infinity', HIGHEST_UUID] : [new Date(behind.at), behind.id ?? LOWEST_UUID];

/** The same for events that are numbered within a record. */
export function numberedBehind(
  behind: TimelineBound | null,
): [at: Date | 'infinity', id: string, eventNo: number] {
  if (behind === null) return ['infinity', HIGHEST_UUID, HIGHEST_NUMBER];
  const [, id = LOWEST_UUID, eventNo = '0'] = UUID_AND_NUMBER_IDS.exec(behind.id ?? '') ?? [];
  return [new Date(behind.at), id, Number(eventNo)];
}

export const numberedId = (id: string, eventNo: number): string =>
  `${id}:${String(eventNo).padStart(9, '0')}`;

/** A number as an id that sorts as it does. */
export const numberId = (value: bigint): string => value.toString().padStart(19, '0');

export const timeOf = (at: Date): string => at.toISOString();
