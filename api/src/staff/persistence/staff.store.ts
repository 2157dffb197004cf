import type { Role, StaffStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** A member of staff as the database keeps them. */
export interface StaffRow {
  readonly staff_id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly status: StaffStatus;
  readonly password_hash: string;
  readonly one_time_until: Date | null;
  readonly totp_secret: string | null;
  readonly totp_pending_secret: string | null;
  readonly totp_last_step: bigint | null;
  readonly created_at: Date;
  readonly last_sign_in_at: Date | null;
}

export async function findStaffByEmail(db: Queryable, email: string): Promise<StaffRow | null> {
  const [row] = await db.query<StaffRow>('SELECT * FROM staff WHERE email = $1', [email]);
  return row ?? null;
}

export async function lockStaff(tx: Queryable, staffId: string): Promise<StaffRow | null> {
  const [row] = await tx.query<StaffRow>('SELECT * FROM staff WHERE staff_id = $1 FOR UPDATE', [staffId]);
  return row ?? null;
}

/** Locks every administrator who can sign in, so that two of them cannot remove each other at once. */
export async function lockActiveAdmins(tx: Queryable): Promise<string[]> {
  const rows = await tx.query<{ staff_id: string }>(
    `SELECT staff_id FROM staff WHERE role = 'admin' AND status = 'active' ORDER BY staff_id FOR UPDATE`,
  );
  return rows.map((row) => row.staff_id);
}

export interface NewStaff {
  readonly staffId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly oneTimeUntil: Date | null;
  readonly createdAt: Date;
}

/** Answers false when the e-mail is taken. */
export async function insertStaff(tx: Queryable, staff: NewStaff): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO staff (staff_id, email, name, role, password_hash, one_time_until, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (email) DO NOTHING RETURNING 1 AS inserted`,
    [
      staff.staffId,
      staff.email,
      staff.name,
      staff.role,
      staff.passwordHash,
      staff.oneTimeUntil,
      staff.createdAt,
    ],
  );
  return rows.length === 1;
}

export async function writePassword(
  tx: Queryable,
  staffId: string,
  password: { hash: string; oneTimeUntil: Date | null },
): Promise<void> {
  await tx.query('UPDATE staff SET password_hash = $2, one_time_until = $3 WHERE staff_id = $1', [
    staffId,
    password.hash,
    password.oneTimeUntil,
  ]);
}

/** Takes a time step once: false when a code of this step or a later one was accepted before. */
export async function takeTotpStep(tx: Queryable, staffId: string, step: number): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE staff SET totp_last_step = $2
      WHERE staff_id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2) RETURNING 1 AS taken`,
    [staffId, step],
  );
  return rows.length === 1;
}

export async function takeRecoveryCode(tx: Queryable, staffId: string, codeHash: Buffer): Promise<boolean> {
  const rows = await tx.query(
    'DELETE FROM staff_recovery_codes WHERE staff_id = $1 AND code_hash = $2 RETURNING 1 AS taken',
    [staffId, codeHash],
  );
  return rows.length === 1;
}

export async function writeRecoveryCodes(
  tx: Queryable,
  staffId: string,
  codeHashes: Buffer[],
): Promise<void> {
  await tx.query('DELETE FROM staff_recovery_codes WHERE staff_id = $1', [staffId]);
  await tx.query('INSERT INTO staff_recovery_codes (staff_id, code_hash) SELECT $1, unnest($2::bytea[])', [
    staffId,
    codeHashes,
  ]);
}

export async function removeTotp(tx: Queryable, staffId: string): Promise<void> {
  await tx.query(
    'UPDATE staff SET totp_secret = NULL, totp_pending_secret = NULL, totp_last_step = NULL WHERE staff_id = $1',
    [staffId],
  );
  await tx.query('DELETE FROM staff_recovery_codes WHERE staff_id = $1', [staffId]);
}
