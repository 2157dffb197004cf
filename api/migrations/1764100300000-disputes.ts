import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Disputes, and warnings of them. What a provider told is kept as facts and folded, so that no order of its notices
 * matters; the dispute's own row is that fold with what people did, for lists and locks.
 */
export class Disputes1764100300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disputes (
        dispute_id          uuid PRIMARY KEY,
        provider            text NOT NULL,
        provider_dispute_id text NOT NULL,
        -- The payment, as the provider names it.
        reference           text NOT NULL,
        -- Null while the purchase is not known; the deadline runs all the same.
        account_id          text COLLATE "C",
        purchase_id         uuid,
        stage               text NOT NULL CHECK (stage IN ('inquiry', 'dispute', 'pre_arbitration', 'arbitration')),
        status              text NOT NULL CHECK (status IN ('needs_response', 'under_review', 'won', 'lost', 'accepted',
                                                            'expired', 'prevented', 'cancelled')),
        reason              text NOT NULL,
        category            text NOT NULL,
        network_reason_code text,
        scheme              text,
        amount_minor        bigint NOT NULL CHECK (amount_minor >= 0),
        currency            text NOT NULL,
        opened_at           timestamptz NOT NULL,
        due_at              timestamptz,
        -- Whose deadline it is: the provider's, or reckoned from the card scheme's table.
        due_from            text CHECK (due_from IN ('provider', 'scheme')),
        withdrawn_minor     bigint NOT NULL DEFAULT 0,
        reinstated_minor    bigint NOT NULL DEFAULT 0,
        fee_minor           bigint NOT NULL DEFAULT 0,
        refundable          boolean NOT NULL,
        accepted_at         timestamptz,
        -- When the answer went out; only after the provider has taken it.
        answered_at         timestamptz,
        -- An answer was asked for and its outcome is not known yet.
        answering           boolean NOT NULL DEFAULT false,
        -- Who bears it, once its purchase is known.
        liable              text CHECK (liable IN ('platform', 'account', 'issuer')),
        assignee_id         uuid,
        comparison          json,
        refund_id           uuid,
        closed_at           timestamptz,
        updated_at          timestamptz NOT NULL,
        CONSTRAINT disputes_provider UNIQUE (provider, provider_dispute_id),
        CONSTRAINT disputes_purchase CHECK ((account_id IS NULL) = (purchase_id IS NULL))
      );
      CREATE INDEX disputes_of_purchase ON disputes (account_id, purchase_id) WHERE purchase_id IS NOT NULL;
      CREATE INDEX disputes_refund ON disputes (refund_id) WHERE refund_id IS NOT NULL;
      CREATE INDEX disputes_unmatched ON disputes (provider, reference) WHERE purchase_id IS NULL;
      CREATE INDEX disputes_due ON disputes (due_at, dispute_id) WHERE status = 'needs_response';
      -- The board: what is open, the most urgent first. What needs no answer comes last.
      CREATE INDEX disputes_open ON disputes (due_at, dispute_id)
        WHERE status IN ('needs_response', 'under_review', 'expired');
      CREATE INDEX disputes_by_due ON disputes (coalesce(due_at, 'infinity'), dispute_id);
      CREATE INDEX disputes_opened ON disputes (opened_at, dispute_id);
      CREATE INDEX disputes_assigned ON disputes (assignee_id) WHERE assignee_id IS NOT NULL;

      -- What the provider told, once per notice.
      CREATE TABLE dispute_facts (
        dispute_id  uuid NOT NULL REFERENCES disputes,
        notice_id   text NOT NULL,
        occurred_at timestamptz NOT NULL,
        fact        json NOT NULL,
        CONSTRAINT dispute_facts_pkey PRIMARY KEY (dispute_id, notice_id)
      );

      -- The timeline. Append-only.
      CREATE TABLE dispute_events (
        dispute_id uuid NOT NULL REFERENCES disputes,
        event_no   int NOT NULL,
        kind       text NOT NULL,
        at         timestamptz NOT NULL,
        actor      json NOT NULL,
        text       text,
        details    json NOT NULL,
        CONSTRAINT dispute_events_pkey PRIMARY KEY (dispute_id, event_no)
      );

      CREATE FUNCTION dispute_history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the history of disputes is append-only' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER dispute_facts_append_only BEFORE UPDATE OR DELETE ON dispute_facts
        FOR EACH ROW EXECUTE FUNCTION dispute_history_is_append_only();
      CREATE TRIGGER dispute_events_append_only BEFORE UPDATE OR DELETE ON dispute_events
        FOR EACH ROW EXECUTE FUNCTION dispute_history_is_append_only();

      -- What an analyst chose for the evidence, every edit a version.
      CREATE TABLE dispute_evidence (
        dispute_id uuid NOT NULL REFERENCES disputes,
        version    int NOT NULL,
        statement  text,
        exhibits   json NOT NULL,
        edited_by  text NOT NULL,
        edited_at  timestamptz NOT NULL,
        CONSTRAINT dispute_evidence_pkey PRIMARY KEY (dispute_id, version)
      );

      -- What was sent, or is about to be: written before the provider is called, once per stage.
      CREATE TABLE dispute_answers (
        dispute_id uuid NOT NULL REFERENCES disputes,
        stage      text NOT NULL,
        kind       text NOT NULL CHECK (kind IN ('evidence', 'acceptance')),
        hash       text,
        fields     json,
        pdf        bytea,
        asked_by   json NOT NULL,
        asked_at   timestamptz NOT NULL,
        sent_at    timestamptz,
        refusal    text,
        tries      int NOT NULL DEFAULT 0,
        try_at     timestamptz,
        CONSTRAINT dispute_answers_pkey PRIMARY KEY (dispute_id, stage)
      );
      CREATE INDEX dispute_answers_open ON dispute_answers (try_at) WHERE try_at IS NOT NULL;

      -- A scheme's word that a payment was fraud, before anybody disputes it.
      CREATE TABLE fraud_warnings (
        warning_id          uuid PRIMARY KEY,
        provider            text NOT NULL,
        provider_warning_id text NOT NULL,
        reference           text NOT NULL,
        account_id          text COLLATE "C" NOT NULL,
        purchase_id         uuid NOT NULL,
        fraud_type          text NOT NULL,
        actionable          boolean NOT NULL,
        occurred_at         timestamptz NOT NULL,
        status              text NOT NULL CHECK (status IN ('open', 'refunding', 'kept', 'too_late')),
        comparison          json,
        refund_id           uuid,
        updated_at          timestamptz NOT NULL,
        CONSTRAINT fraud_warnings_provider UNIQUE (provider, provider_warning_id)
      );
      CREATE INDEX fraud_warnings_occurred ON fraud_warnings (occurred_at, warning_id);
      CREATE INDEX fraud_warnings_refund ON fraud_warnings (refund_id) WHERE refund_id IS NOT NULL;
      CREATE INDEX fraud_warnings_of_purchase ON fraud_warnings (account_id, purchase_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Disputes are not dropped by a migration; restore a backup instead.');
  }
}
