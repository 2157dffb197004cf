import {
  MAX_SEARCH_HITS,
  SEARCH_KINDS,
  type SearchAnswer,
  type SearchHit,
  type SearchKind,
} from '@coinwarden/contracts';
import { searchClues } from '@coinwarden/domain';
import { Injectable, Logger } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { LookUp } from '../../platform/search/search-source.js';
import { SearchSources } from '../search-sources.js';

/** Look-ups of one search that run at the same time: few, because many people search while transactions are decided. */
const AT_ONCE = 4;
/** Ten times what an index look-up may take; a kind that is slower is left out and said to be. */
const LOOK_UP_MS = 1_000;

interface Asked {
  readonly kind: SearchKind;
  readonly lookUp: LookUp;
}

/** Null: it failed or took too long. */
type Answered = { readonly kind: SearchKind; readonly hits: readonly SearchHit[] | null };

/** Looks for a text among everything the asker may read. Kinds answer by themselves: one that fails takes no other along. */
@Injectable()
export class SearchEverything {
  private readonly logger = new Logger(SearchEverything.name);

  constructor(
    private readonly db: UnitOfWork,
    private readonly sources: SearchSources,
  ) {}

  async for(actor: StaffActor, text: string): Promise<SearchAnswer> {
    const clues = searchClues(text);
    if (clues === null) return { query: '', meaning: null, groups: [], unanswered: [] };
    const asked = this.sources.for(actor.permissions).flatMap(({ kind, source }): Asked[] => {
      const lookUp = source.lookUp(clues, actor);
      return lookUp === null ? [] : [{ kind, lookUp }];
    });
    const answered = await inTurns(asked, AT_ONCE, (one) => this.answer(one));
    const unanswered = new Set(answered.filter(({ hits }) => hits === null).map(({ kind }) => kind));
    return {
      query: clues.text,
      meaning: clues.meaning,
      groups: grouped(answered),
      unanswered: SEARCH_KINDS.filter((kind) => unanswered.has(kind)),
    };
  }

  private async answer({ kind, lookUp }: Asked): Promise<Answered> {
    try {
      const rows = await this.db.run(async (tx) => {
        await tx.query(`SET LOCAL statement_timeout = ${LOOK_UP_MS}`);
        return tx.query<never>(lookUp.text, lookUp.values);
      });
      return { kind, hits: rows.map((row) => lookUp.hit(row)) };
    } catch (error) {
      this.logger.warn({ err: error, kind }, 'A kind of record could not be searched');
      return { kind, hits: null };
    }
  }
}

/** In the order of the kinds; a record that two sources found is one hit. */
function grouped(answered: readonly Answered[]): SearchAnswer['groups'] {
  return SEARCH_KINDS.flatMap((kind) => {
    const found = answered.flatMap((one) => (one.kind === kind ? (one.hits ?? []) : []));
    const hits = found.filter(
      (hit, i) => found.findIndex(({ id, title }) => id === hit.id && title === hit.title) === i,
    );
    return hits.length === 0
      ? []
      : [{ kind, hits: hits.slice(0, MAX_SEARCH_HITS), more: hits.length > MAX_SEARCH_HITS }];
  });
}

async function inTurns<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.values();
  const runners = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    for (const item of waiting) results.push(await work(item));
  });
  await Promise.all(runners);
  return results;
}
