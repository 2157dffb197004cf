import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff and their sessions, API keys, and the audit log that records what all of them did. */
export class Access1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff (
        staff_id            uuid PRIMARY KEY,
        -- Lower case; one person, one sign-in.
        email               text NOT NULL CONSTRAINT staff_email UNIQUE CHECK (email = lower(email)),
        name                text NOT NULL,
        role                text NOT NULL,
        status              text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
        password_hash       text NOT NULL,
        -- Set while the password is one that somebody else has seen: it must be replaced, and stops working then.
        one_time_until      timestamptz,
        totp_secret         text,
        -- Offered by an enrolment that has not been confirmed with a code yet.
        totp_pending_secret text,
        -- The time step of the last accepted code; a code at or before it is a replay.
        totp_last_step      bigint,
        created_at          timestamptz NOT NULL,
        last_sign_in_at     timestamptz
      );

      CREATE TABLE staff_recovery_codes (
        staff_id  uuid NOT NULL REFERENCES staff,
        code_hash bytea NOT NULL,
        CONSTRAINT staff_recovery_codes_pkey PRIMARY KEY (staff_id, code_hash)
      );

      -- A session lives here and nowhere else: deleting the row ends it on the next request.
      CREATE TABLE staff_sessions (
        token_hash   bytea PRIMARY KEY,
        session_id   uuid NOT NULL,
        staff_id     uuid NOT NULL REFERENCES staff,
        created_at   timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at   timestamptz NOT NULL
      );
      CREATE INDEX staff_sessions_staff ON staff_sessions (staff_id);

      -- Failed sign-ins by account and by address. A key is the hash of what it counts, so that a table of guesses
      -- does not become a table of e-mail addresses.
      CREATE TABLE sign_in_failures (
        key            bytea PRIMARY KEY,
        failures       int NOT NULL,
        last_failed_at timestamptz NOT NULL,
        locked_until   timestamptz
      );

      CREATE TABLE api_keys (
        api_key_id          uuid PRIMARY KEY,
        name                text NOT NULL,
        -- The first characters, by which a person recognises a key; the key itself is only known to its holder.
        prefix              text NOT NULL,
        key_hash            bytea NOT NULL CONSTRAINT api_keys_hash UNIQUE,
        scopes              text[] NOT NULL CHECK (cardinality(scopes) > 0),
        requests_per_second int CHECK (requests_per_second > 0),
        created_at          timestamptz NOT NULL,
        created_by          text NOT NULL,
        last_used_at        timestamptz,
        revoked_at          timestamptz
      );
    `);
    await runner.query(`
      CREATE TABLE audit_log (
        seq          bigint PRIMARY KEY,
        at           timestamptz NOT NULL,
        actor_type   text NOT NULL CHECK (actor_type IN ('staff', 'system', 'api_key')),
        actor_id     text NOT NULL,
        action       text NOT NULL,
        subject_type text NOT NULL,
        subject_id   text NOT NULL,
        reason       text,
        -- json, not jsonb: what was hashed is kept byte for byte.
        details      json NOT NULL,
        hash         bytea NOT NULL CHECK (length(hash) = 32)
      );
      CREATE INDEX audit_log_subject ON audit_log (subject_type, subject_id, seq);
      CREATE INDEX audit_log_actor ON audit_log (actor_id, seq);
      CREATE INDEX audit_log_action ON audit_log (action, seq);

      -- The end of the chain: locked by whoever appends, compared by whoever verifies, so a cut tail shows.
      CREATE TABLE audit_head (
        one  boolean PRIMARY KEY DEFAULT true CHECK (one),
        seq  bigint NOT NULL,
        hash bytea NOT NULL
      );
      INSERT INTO audit_head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

      CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
        FOR EACH ROW EXECUTE FUNCTION audit_log_is_append_only();
      CREATE TRIGGER audit_log_not_truncated BEFORE TRUNCATE ON audit_log
        FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
      CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
        FOR EACH ROW EXECUTE FUNCTION audit_log_is_append_only();
      CREATE TRIGGER audit_head_not_truncated BEFORE TRUNCATE ON audit_head
        FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The audit log is not dropped by a migration; restore a backup instead.');
  }
}
