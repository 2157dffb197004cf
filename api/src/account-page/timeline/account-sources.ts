import type { TimelineActor, TimelineEvent } from '@coinwarden/contracts';
import type {
  AccountAction,
  Credential,
  PersonalDetail,
  Place,
  SecurityEventType,
  StepUpMethod,
  TimelineKind,
} from '@coinwarden/domain';
import {
  NUMBER_IDS,
  numberId,
  type TimelineSource,
  timeOf,
  UUID_IDS,
  uuidBehind,
} from './timeline-source.js';

interface SecurityRow {
  event_id: string;
  type: SecurityEventType;
  occurred_at: Date;
  details: {
    place?: Place;
    credential?: Credential;
    method?: StepUpMethod;
    outcome?: 'passed' | 'failed';
  };
}

/** Sign-ins and changed credentials; devices and addresses stand under security, where they are revealed. */
export const security: TimelineSource = {
  name: 'security',
  kinds: ['security'],
  ids: UUID_IDS,
  read: async (db, { accountId, behind, rows }) => {
    const found = await db.query<SecurityRow>(
      `SELECT event_id, type, occurred_at, details FROM account_events
       WHERE account_id = $1 AND type <> 'report' AND (occurred_at, event_id) < ($2, $3)
       ORDER BY occurred_at DESC, event_id DESC LIMIT $4`,
      [accountId, ...uuidBehind(behind), rows],
    );
    return found.map(({ event_id: id, type, occurred_at: at, details }) => ({
      id,
      event: {
        kind: 'security',
        id: `security:${id}`,
        at: timeOf(at),
        type,
        place: placeOf(details.place),
        credential: details.credential ?? null,
        method: type === 'step_up' ? (details.method ?? null) : null,
        outcome: details.outcome ?? null,
      },
    }));
  },
};

const placeOf = (place: Place | undefined) =>
  place ? { country: place.country, region: place.region ?? null, city: place.city ?? null } : null;

/** What was done to an account itself, as the audit log names it. */
const AUDITED: Readonly<Record<string, TimelineKind>> = {
  'account.restrict': 'enforcement',
  'account.suspend': 'enforcement',
  'account.release': 'enforcement',
  'account.close': 'enforcement',
  'account.limits_set': 'limit',
  'account.limit_overridden': 'limit',
  'account.limit_override_ended': 'limit',
  'account.guardian_linked': 'limit',
  'account.guardian_unlinked': 'limit',
  'account.excluded': 'exclusion',
  'pii.revealed': 'reveal',
};

interface AuditRow {
  seq: bigint;
  at: Date;
  actor: TimelineActor;
  action: string;
  reason: string | null;
  details: Record<string, unknown>;
}

const HIGHEST_SEQ = '9223372036854775807';

export const audited: TimelineSource = {
  name: 'audit',
  kinds: ['enforcement', 'limit', 'exclusion', 'reveal'],
  ids: NUMBER_IDS,
  read: async (db, { accountId, kinds, behind, rows }) => {
    const actions = Object.keys(AUDITED).filter((action) => kinds.includes(AUDITED[action]!));
    const found = await db.query<AuditRow>(
      `SELECT seq, at, action, reason, details,
              json_build_object('type', actor_type, 'id', actor_id, 'name', CASE actor_type
                WHEN 'staff' THEN (SELECT name FROM staff WHERE staff_id::text = actor_id)
                WHEN 'api_key' THEN (SELECT name FROM api_keys WHERE api_key_id::text = actor_id) END) AS actor
       FROM audit_log
       WHERE subject_type = 'account' AND subject_id = $1 AND (at, seq) < ($2, $3) AND action = ANY($5)
       ORDER BY at DESC, seq DESC LIMIT $4`,
      [
        accountId,
        behind === null ? 'infinity' : new Date(behind.at),
        behind === null ? HIGHEST_SEQ : (behind.id ?? '0'),
        rows,
        actions,
      ],
    );
    return found.map((row) => ({ id: numberId(row.seq), event: auditEvent(row) }));
  },
};

function auditEvent({ seq, at, actor, action, reason, details }: AuditRow): TimelineEvent {
  const done = { id: `audit:${seq}`, at: timeOf(at), actor, text: reason };
  switch (AUDITED[action]) {
    case 'limit':
      return { kind: 'limit', ...done, action, layer: textOf(details['layer']) };
    case 'exclusion':
      return { kind: 'exclusion', ...done, until: textOf(details['until']) };
    case 'reveal':
      return { kind: 'reveal', ...done, detail: details['detail'] as PersonalDetail };
    default:
      return { kind: 'enforcement', ...done, action: action.slice('account.'.length) as AccountAction };
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Where it all began. */
export const registered: TimelineSource = {
  name: 'registered',
  kinds: ['registered'],
  ids: NUMBER_IDS,
  read: async (db, { accountId, behind }) => {
    // There is one; whatever stands at or behind its own place has shown it.
    const found = await db.query<{ created_at: Date }>(
      'SELECT created_at FROM accounts WHERE account_id = $1 AND created_at < $2',
      [accountId, behind === null ? 'infinity' : new Date(behind.at)],
    );
    return found.map(({ created_at: at }) => ({
      id: numberId(0n),
      event: { kind: 'registered', id: 'registered', at: timeOf(at) },
    }));
  },
};
