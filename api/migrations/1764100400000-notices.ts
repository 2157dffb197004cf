import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Provider notices as they came, and what became of them. */
export class Notices1764100400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row per notice, stored before anything else is done with it and never deleted. A notice names a payment, not
      -- an account, so it is keyed by its provider's id: that makes a repetition find itself.
      CREATE TABLE provider_notices (
        notice_id          uuid PRIMARY KEY,
        source             text NOT NULL CHECK (source IN ('stripe', 'apple', 'google', 'standard', 'adyen')),
        provider           text NOT NULL CHECK (provider IN ('stripe', 'apple', 'google', 'other')),
        provider_notice_id text COLLATE "C" NOT NULL,
        kind               text NOT NULL,
        occurred_at        timestamptz NOT NULL,
        received_at        timestamptz NOT NULL,
        -- The signed bytes. Of the headers, which may hold credentials, only a digest.
        body               bytea NOT NULL,
        headers_sha256     bytea NOT NULL,
        repetitions        int NOT NULL DEFAULT 0,
        state              text NOT NULL
                             CHECK (state IN ('received', 'processing', 'processed', 'waiting', 'failed', 'dead_letter')),
        attempts           int NOT NULL DEFAULT 0,
        failures           int NOT NULL DEFAULT 0,
        waits              int NOT NULL DEFAULT 0,
        -- When it is tried next; while it is processed, when the process that does so counts as dead.
        next_attempt_at    timestamptz,
        processed_at       timestamptz,
        reason             text,
        -- What was read out of it.
        fact_type          text,
        payment_refs       text[] NOT NULL DEFAULT '{}',
        account_id         text,
        purchase_id        uuid,
        CONSTRAINT provider_notices_repetition UNIQUE (source, provider_notice_id),
        CONSTRAINT provider_notices_next
          CHECK ((next_attempt_at IS NULL) = (state IN ('processed', 'dead_letter')))
      );
      CREATE INDEX provider_notices_due ON provider_notices (next_attempt_at, notice_id) WHERE next_attempt_at IS NOT NULL;
      -- Found by payment in the console, by the decision of a purchase that notices wait for, and by notices that know
      -- a payment under its other name.
      CREATE INDEX provider_notices_refs ON provider_notices USING gin (payment_refs);
      CREATE INDEX provider_notices_purchase ON provider_notices (purchase_id, notice_id) WHERE purchase_id IS NOT NULL;
      -- What staff look for: everything that is not simply done.
      CREATE INDEX provider_notices_open ON provider_notices (state, notice_id) WHERE state <> 'processed';
      CREATE INDEX provider_notices_fact ON provider_notices (fact_type, notice_id);
    `);
    await runner.query(`
      -- What a store was told about how much of a purchase was used, with what was computed; one answer per question.
      CREATE TABLE consumption_answers (
        notice_id       uuid PRIMARY KEY REFERENCES provider_notices,
        provider        text NOT NULL CHECK (provider IN ('apple', 'google')),
        -- How the store is asked to find its question again.
        transaction_ref text NOT NULL,
        token           text,
        application     text,
        account_id      text,
        purchase_id     uuid,
        request_reason  text,
        due_at          timestamptz NOT NULL,
        state           text NOT NULL CHECK (state IN ('pending', 'sent', 'withheld', 'refused', 'expired')),
        computed        json,
        request         json,
        attempts        int NOT NULL DEFAULT 0,
        next_attempt_at timestamptz,
        sent_at         timestamptz,
        error           text,
        created_at      timestamptz NOT NULL,
        CONSTRAINT consumption_answers_next CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL)),
        CONSTRAINT consumption_answers_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL))
      );
      CREATE INDEX consumption_answers_due ON consumption_answers (next_attempt_at) WHERE state = 'pending';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE consumption_answers; DROP TABLE provider_notices');
  }
}
