import type { Permission } from '../access/permissions.js';
import type { Instant } from '../kernel/time.js';

/**
 * Everything that happened to an account, as one sequence read page by page from several tables. Each table hands over
 * its own newest rows behind a place, and the pages are merged: whoever turns the pages, however they are cut, sees what
 * sorting everything at once would show, each event once. Of one moment the sources follow each other in their order,
 * and the rows of one source by their id, so that equal times never lose or repeat a row.
 */
export const TIMELINE_KINDS = [
  'transaction',
  'review',
  'refund',
  'dispute',
  'case',
  'report',
  'content',
  'security',
  'enforcement',
  'limit',
  'exclusion',
  'list_entry',
  'reveal',
  'note',
  'registered',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What reading the events of each kind needs: the same as reading them where they come from. */
export const TIMELINE_READ = {
  transaction: 'transaction.read',
  review: 'transaction.read',
  refund: 'refund.read',
  dispute: 'dispute.read',
  case: 'case.read',
  report: 'case.read',
  content: 'content.read',
  security: 'account.read',
  enforcement: 'account.read',
  limit: 'limit.read',
  exclusion: 'limit.read',
  list_entry: 'list.read',
  reveal: 'audit.read',
  note: 'account.read',
  registered: 'account.read',
} as const satisfies Record<TimelineKind, Permission>;

/** The kinds somebody asked for, and those among them that they may not read. */
export function readableKinds(
  asked: readonly TimelineKind[],
  permissions: ReadonlySet<Permission>,
): { readonly shown: TimelineKind[]; readonly withheld: TimelineKind[] } {
  const may = (kind: TimelineKind) => permissions.has(TIMELINE_READ[kind]);
  return { shown: asked.filter(may), withheld: asked.filter((kind) => !may(kind)) };
}

/** Where an event stands in the sequence. Ids of one source compare as the database compares them. */
export interface TimelinePlace {
  readonly at: Instant;
  readonly source: number;
  readonly id: string;
}

/** Newest first. */
export function byPlace(a: TimelinePlace, b: TimelinePlace): number {
  if (a.at !== b.at) return b.at - a.at;
  if (a.source !== b.source) return a.source - b.source;
  return a.id === b.id ? 0 : a.id > b.id ? -1 : 1;
}

/** A source goes on with what is earlier than `at`, and of that very moment with what has a smaller id than `id`. */
export interface TimelineBound {
  readonly at: Instant;
  /** Null: with nothing of that moment. */
  readonly id: string | null;
}

/** Where one source goes on behind the last event that was shown. Instants are whole milliseconds. */
export function boundBehind(place: TimelinePlace, source: number): TimelineBound {
  if (source === place.source) return { at: place.at, id: place.id };
  // Of the same moment, sources before this one have been shown whole, those after it not at all.
  return { at: source < place.source ? place.at : place.at + 1, id: null };
}

/**
 * The first `limit` of what the sources hand over, each sorted by itself, and whether there is more. Each source hands
 * over at least `limit + 1` rows unless it has no more.
 */
export function mergeSources<Event extends TimelinePlace>(
  sources: readonly (readonly Event[])[],
  limit: number,
): { readonly events: Event[]; readonly more: boolean } {
  const next = sources.map(() => 0);
  const events: Event[] = [];
  for (;;) {
    let first = -1;
    for (let i = 0; i < sources.length; i++) {
      const head = sources[i]![next[i]!];
      if (head !== undefined && (first < 0 || byPlace(head, sources[first]![next[first]!]!) < 0)) first = i;
    }
    if (first < 0) return { events, more: false };
    if (events.length === limit) return { events, more: true };
    events.push(sources[first]![next[first]!]!);
    next[first]!++;
  }
}
