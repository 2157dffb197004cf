import type { AccountTimelineQuery, AccountTimeline as AccountTimelineView } from '@coinwarden/contracts';
import {
  boundBehind,
  mergeSources,
  type Permission,
  readableKinds,
  TIMELINE_KINDS,
  type TimelineKind,
  type TimelinePlace,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { readAccount } from '../../accounts/accounts.public.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { audited, registered, security } from './account-sources.js';
import { disputes, refunds, reviews, transactions } from './money-sources.js';
import { cases, content, listEntries, notes, reports } from './people-sources.js';
import type { SourceEvent, TimelineSource } from './timeline-source.js';

/** Of one moment the first here is the newest: what follows from something stands above it. */
const SOURCES: readonly TimelineSource[] = [
  notes,
  audited,
  listEntries,
  cases,
  disputes,
  refunds,
  reviews,
  reports,
  content,
  transactions,
  security,
  registered,
];

interface Placed extends TimelinePlace {
  readonly event: SourceEvent['event'];
}

/** Everything that happened to one account, newest first, a page at a time. */
@Injectable()
export class AccountTimeline {
  constructor(private readonly db: UnitOfWork) {}

  async read(
    accountId: string,
    query: AccountTimelineQuery,
    permissions: ReadonlySet<Permission>,
  ): Promise<AccountTimelineView> {
    const before = query.before === undefined ? null : placeOf(query.before);
    if (!(await readAccount(this.db, accountId)))
      throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    const { shown, withheld } = readableKinds(query.kinds ?? TIMELINE_KINDS, permissions);
    const rows = query.limit + 1;
    const seesSamples = permissions.has('case.quality');
    const sources = await Promise.all(
      SOURCES.map((source, place) =>
        this.part(source, place, { accountId, shown, before, rows, seesSamples }),
      ),
    );
    const { events, more } = mergeSources(sources, query.limit);
    const last = events.at(-1);
    return {
      items: events.map(({ event }) => event),
      nextCursor: more && last ? cursorOf(last) : null,
      withheld,
    };
  }

  private async part(
    source: TimelineSource,
    place: number,
    wanted: {
      accountId: string;
      shown: readonly TimelineKind[];
      before: TimelinePlace | null;
      rows: number;
      seesSamples: boolean;
    },
  ): Promise<Placed[]> {
    const { accountId, shown, before, rows, seesSamples } = wanted;
    const kinds = source.kinds.filter((kind) => shown.includes(kind));
    if (kinds.length === 0) return [];
    const behind = before && boundBehind(before, place);
    const found = await source.read(this.db, { accountId, kinds, behind, rows, seesSamples });
    return found.map(({ id, event }) => ({ at: Date.parse(event.at), source: place, id, event }));
  }
}

const cursorOf = ({ at, source, id }: TimelinePlace) => `${at}.${SOURCES[source]!.name}.${id}`;

const CURSOR = /^(\d{1,14})\.([a-z_]+)\.([\da-f:-]{1,60})$/;
const moment = z.iso.datetime({ offset: true });

/** A cursor of ours, or a moment: then nothing of that moment itself. */
function placeOf(before: string): TimelinePlace {
  const [, at = '', name = '', id = ''] = CURSOR.exec(before) ?? [];
  const source = SOURCES.findIndex((one) => one.name === name);
  if (SOURCES[source]?.ids.test(id)) return { at: Number(at), source, id };
  if (moment.safeParse(before).success) return { at: Date.parse(before), source: SOURCES.length, id: '' };
  throw new ProblemError('request.invalid', 'The timeline cannot go on from there.', [
    { pointer: '/query/before', detail: 'must be the nextCursor of an earlier page, or a moment' },
  ]);
}
