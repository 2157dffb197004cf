import type { TimelineActor } from '@coinwarden/contracts';
import {
  type CaseEventKind,
  type CaseVerdict,
  type ContentKind,
  type ContentVerdictName,
  idTime,
  type ListName,
} from '@coinwarden/domain';
import {
  idBehind,
  numberedBehind,
  numberedId,
  type TimelineSource,
  timeOf,
  UUID_AND_NUMBER_IDS,
  UUID_IDS,
  uuidBehind,
} from './timeline-source.js';

interface CaseEventRow {
  case_id: string;
  event_no: number;
  kind: CaseEventKind;
  at: Date;
  actor: TimelineActor;
  text: string | null;
  verdict: CaseVerdict | null;
  code: string | null;
}

/** Blind samples are kept from those they are kept from elsewhere. */
export const cases: TimelineSource = {
  name: 'case',
  kinds: ['case'],
  ids: UUID_AND_NUMBER_IDS,
  read: async (db, { accountId, behind, rows, seesSamples }) => {
    const found = await db.query<CaseEventRow>(
      `SELECT e.case_id, e.event_no, e.kind, e.at, e.actor, e.text, e.details ->> 'verdict' AS verdict,
              e.details ->> 'code' AS code
       FROM case_events e JOIN cases c ON c.account_id = e.account_id AND c.case_id = e.case_id
       WHERE e.account_id = $1 AND (e.at, e.case_id, e.event_no) < ($2, $3, $4)
         AND ($6 OR (c.origin <> 'sample' AND e.kind <> 'sampled'))
       ORDER BY e.at DESC, e.case_id DESC, e.event_no DESC LIMIT $5`,
      [accountId, ...numberedBehind(behind), rows, seesSamples],
    );
    return found.map((row) => {
      const id = numberedId(row.case_id, row.event_no);
      return {
        id,
        event: {
          kind: 'case',
          id: `case:${id}`,
          at: timeOf(row.at),
          actor: row.actor,
          text: row.text,
          caseId: row.case_id,
          event: row.kind,
          verdict: row.verdict,
          reasonCode: row.code,
        },
      };
    });
  },
};

interface ReportRow {
  event_id: string;
  occurred_at: Date;
  details: { reporterId?: string; reason?: string; note?: string; scanId?: string };
}

export const reports: TimelineSource = {
  name: 'report',
  kinds: ['report'],
  ids: UUID_IDS,
  read: async (db, { accountId, behind, rows }) => {
    const found = await db.query<ReportRow>(
      `SELECT event_id, occurred_at, details FROM account_events
       WHERE account_id = $1 AND type = 'report' AND (occurred_at, event_id) < ($2, $3)
       ORDER BY occurred_at DESC, event_id DESC LIMIT $4`,
      [accountId, ...uuidBehind(behind), rows],
    );
    return found.map(({ event_id: id, occurred_at: at, details }) => ({
      id,
      event: {
        kind: 'report',
        id: `report:${id}`,
        at: timeOf(at),
        reporterId: details.reporterId ?? null,
        reason: details.reason ?? null,
        text: details.note ?? null,
        scanId: details.scanId ?? null,
      },
    }));
  },
};

interface ScanRow {
  scan_id: string;
  kind: ContentKind;
  verdict: ContentVerdictName;
  review: 'confirmed' | 'cleared' | null;
  excerpt: string;
}

/** Texts that are suspect or worse; clean ones are many and say nothing. */
export const content: TimelineSource = {
  name: 'content',
  kinds: ['content'],
  ids: UUID_IDS,
  read: async (db, { accountId, behind, rows }) => {
    const found = await db.query<ScanRow>(
      `SELECT scan_id, kind, verdict, review, left(text, 240) AS excerpt FROM content_scans
       WHERE account_id = $1 AND verdict <> 'clean' AND scan_id < $2 ORDER BY scan_id DESC LIMIT $3`,
      [accountId, idBehind(behind), rows],
    );
    return found.map((row) => ({
      id: row.scan_id,
      event: {
        kind: 'content',
        id: `content:${row.scan_id}`,
        at: timeOf(new Date(idTime(row.scan_id))),
        scanId: row.scan_id,
        contentKind: row.kind,
        verdict: row.verdict,
        review: row.review,
        excerpt: row.excerpt,
      },
    }));
  },
};

interface EntryRow {
  entry_id: string;
  list: ListName;
  reason: string;
  expires_at: Date | null;
  created_at: Date;
  created_by: string;
  author: string | null;
}

/** Entries that name the account itself: one a list at most. */
export const listEntries: TimelineSource = {
  name: 'list_entry',
  kinds: ['list_entry'],
  ids: UUID_IDS,
  read: async (db, { accountId, behind, rows }) => {
    const found = await db.query<EntryRow>(
      `SELECT entry_id, list, reason, expires_at, created_at, created_by,
              (SELECT name FROM staff WHERE staff_id::text = created_by) AS author
       FROM list_entries WHERE type = 'account' AND value = $1 AND (created_at, entry_id) < ($2, $3)
       ORDER BY created_at DESC, entry_id DESC LIMIT $4`,
      [accountId, ...uuidBehind(behind), rows],
    );
    return found.map((row) => ({
      id: row.entry_id,
      event: {
        kind: 'list_entry',
        id: `list_entry:${row.entry_id}`,
        at: timeOf(row.created_at),
        actor: { type: row.author === null ? 'system' : 'staff', id: row.created_by, name: row.author },
        text: row.reason,
        entryId: row.entry_id,
        list: row.list,
        expiresAt: row.expires_at?.toISOString() ?? null,
      },
    }));
  },
};

interface NoteRow {
  note_id: string;
  text: string;
  author_id: string;
  author: string;
  created_at: Date;
  pinned: boolean;
}

export const notes: TimelineSource = {
  name: 'note',
  kinds: ['note'],
  ids: UUID_IDS,
  read: async (db, { accountId, behind, rows }) => {
    const found = await db.query<NoteRow>(
      `SELECT note_id, text, author_id, created_at, pinned,
              (SELECT name FROM staff WHERE staff_id = author_id) AS author
       FROM account_notes WHERE account_id = $1 AND retracted_at IS NULL AND (created_at, note_id) < ($2, $3)
       ORDER BY created_at DESC, note_id DESC LIMIT $4`,
      [accountId, ...uuidBehind(behind), rows],
    );
    return found.map((row) => ({
      id: row.note_id,
      event: {
        kind: 'note',
        id: `note:${row.note_id}`,
        at: timeOf(row.created_at),
        actor: { type: 'staff', id: row.author_id, name: row.author },
        text: row.text,
        noteId: row.note_id,
        pinned: row.pinned,
      },
    }));
  },
};
