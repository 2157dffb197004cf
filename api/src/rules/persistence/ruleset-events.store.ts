import type { Queryable } from '../../platform/database/sql.js';

export interface NewRulesetEvent {
  readonly version: number;
  readonly kind: string;
  readonly ruleKey?: string | null;
  readonly at: number;
  readonly actor: { readonly type: 'staff' | 'system'; readonly id: string };
  readonly note?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

export async function appendRulesetEvent(tx: Queryable, event: NewRulesetEvent): Promise<void> {
  await tx.query(
    `INSERT INTO ruleset_events (version, kind, rule_key, at, actor_type, actor_id, note, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      event.version,
      event.kind,
      event.ruleKey ?? null,
      new Date(event.at),
      event.actor.type,
      event.actor.id,
      event.note ?? null,
      JSON.stringify(event.details ?? {}),
    ],
  );
}

export interface RulesetEventRow {
  event_no: bigint;
  version: number;
  kind: string;
  rule_key: string | null;
  at: Date;
  actor_type: 'staff' | 'system';
  actor_id: string;
  actor_name: string;
  note: string | null;
  details: Record<string, unknown>;
}

const MAX_EVENTS = 500;

/** What happened to a version and was said about it, the latest first. */
export const readRulesetEvents = (db: Queryable, version: number): Promise<RulesetEventRow[]> =>
  latestEvents(db, 'version = $1', version);

/** The same of one rule, whatever the version. */
export const readRuleEvents = (db: Queryable, ruleKey: string): Promise<RulesetEventRow[]> =>
  latestEvents(db, 'rule_key = $1', ruleKey);

const latestEvents = (db: Queryable, condition: string, value: string | number) =>
  db.query<RulesetEventRow>(
    `SELECT event_no, version, kind, rule_key, at, actor_type, actor_id, note, details,
            coalesce((SELECT name FROM staff WHERE staff_id::text = actor_id), actor_id) AS actor_name
       FROM ruleset_events WHERE ${condition} ORDER BY event_no DESC LIMIT ${MAX_EVENTS}`,
    [value],
  );
