import { permissionsOf, ROLES, type Role } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import type { Queryable } from '../database/sql.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { StaffActor } from './actor.js';
import { hashOf, newSecret } from './secrets.js';

const SEEN_NOTED_EVERY_MS = 60_000;

interface Row {
  session_id: string;
  last_seen_at: Date;
  expires_at: Date;
  staff_id: string;
  email: string;
  name: string;
  role: Role;
  one_time_until: Date | null;
  totp_enrolled: boolean;
}

const FIND = {
  name: 'session-find',
  text: `SELECT s.session_id, s.last_seen_at, s.expires_at, m.staff_id, m.email, m.name, m.role, m.one_time_until,
                m.totp_secret IS NOT NULL AS totp_enrolled
           FROM staff_sessions s JOIN staff m USING (staff_id)
          WHERE s.token_hash = $1 AND m.status = 'active'`,
};

/** What a session may not do yet, and what would change that. */
export type SessionBarrier = 'session.totp_enrolment_required' | 'session.password_change_required';

export interface LiveSession {
  readonly actor: StaffActor;
  readonly totpEnrolled: boolean;
  readonly passwordChangeDue: boolean;
  readonly barrier: SessionBarrier | null;
  readonly expiresAt: number;
}

/**
 * Staff sessions live in the database: a browser holds a random token, the database its hash, and a deleted row ends
 * the session on its next request in every process. A session ends when idle and, in any case, after a working day.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  get idleMs(): number {
    return this.config.sessionIdleMinutes * 60_000;
  }

  /** Answers the token, which is not kept. */
  async open(
    tx: Queryable,
    staffId: string,
  ): Promise<{ token: string; sessionId: string; expiresAt: number }> {
    const token = newSecret();
    const sessionId = uuidv7();
    const now = this.clock.now();
    const expiresAt = now + this.config.sessionMaxHours * 3_600_000;
    await tx.query('DELETE FROM staff_sessions WHERE expires_at < $1 OR last_seen_at < $2', [
      new Date(now),
      new Date(now - this.idleMs),
    ]);
    await tx.query(
      `INSERT INTO staff_sessions (token_hash, session_id, staff_id, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $4, $5)`,
      [hashOf(token), sessionId, staffId, new Date(now), new Date(expiresAt)],
    );
    return { token, sessionId, expiresAt };
  }

  async find(token: string): Promise<LiveSession | null> {
    const hash = hashOf(token);
    const [row] = await this.uow.query<Row>(FIND, [hash]);
    const now = this.clock.now();
    if (!row || row.expires_at.getTime() <= now || row.last_seen_at.getTime() + this.idleMs <= now)
      return null;
    if (now - row.last_seen_at.getTime() > SEEN_NOTED_EVERY_MS) {
      await this.uow.query('UPDATE staff_sessions SET last_seen_at = $2 WHERE token_hash = $1', [
        hash,
        new Date(now),
      ]);
    }
    return this.live(row);
  }

  async close(tx: Queryable, sessionId: string): Promise<void> {
    await tx.query('DELETE FROM staff_sessions WHERE session_id = $1', [sessionId]);
  }

  /** Ends every session of a person, or all but the one they are using. */
  async closeAll(tx: Queryable, staffId: string, exceptSessionId: string | null = null): Promise<void> {
    await tx.query(
      'DELETE FROM staff_sessions WHERE staff_id = $1 AND ($2::uuid IS NULL OR session_id <> $2::uuid)',
      [staffId, exceptSessionId],
    );
  }

  private live(row: Row): LiveSession {
    const passwordChangeDue = row.one_time_until !== null;
    const totpMissing = ROLES[row.role].requiresTotp && !row.totp_enrolled;
    const barrier = passwordChangeDue
      ? 'session.password_change_required'
      : totpMissing
        ? 'session.totp_enrolment_required'
        : null;
    return {
      actor: {
        type: 'staff',
        id: row.staff_id,
        email: row.email,
        name: row.name,
        role: row.role,
        permissions: permissionsOf(row.role),
        sessionId: row.session_id,
      },
      totpEnrolled: row.totp_enrolled,
      passwordChangeDue,
      barrier: this.config.demo ? null : barrier,
      expiresAt: row.expires_at.getTime(),
    };
  }
}
