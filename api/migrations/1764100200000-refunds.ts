import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The refund workflow, around the refunds that declined purchases already open. */
export class Refunds1764100200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The defaults are those of a refund the decision path opens: owed, asked for by nobody, to be taken up at once.
      ALTER TABLE refunds
        ADD COLUMN origin            text NOT NULL DEFAULT 'automatic'
                                     CHECK (origin IN ('automatic', 'platform', 'staff', 'bulk', 'external')),
        ADD COLUMN requester_kind    text NOT NULL DEFAULT 'automatic'
                                     CHECK (requester_kind IN ('platform', 'agent', 'analyst', 'lead', 'automatic')),
        ADD COLUMN requested_by      json NOT NULL
                                     DEFAULT '{"type":"system","id":"decisions","name":"Declined purchases"}',
        -- Whoever asked for it in any way, by id: none of them may approve it, whatever their role becomes.
        ADD COLUMN asked_by          text[] NOT NULL DEFAULT '{}',
        ADD COLUMN note              text,
        ADD COLUMN cause             text NOT NULL DEFAULT 'refund'
                                     CHECK (cause IN ('refund', 'goodwill', 'fraud', 'dispute')),
        ADD COLUMN bulk_id           uuid,
        -- Null until the refund is taken up and its purchase is known.
        ADD COLUMN provider          text,
        ADD COLUMN reference         text,
        ADD COLUMN channel           text NOT NULL DEFAULT 'provider'
                                     CHECK (channel IN ('provider', 'store', 'manual')),
        ADD COLUMN decision          json,
        ADD COLUMN approved_by       json,
        ADD COLUMN attempt           int NOT NULL DEFAULT 1,
        -- Of the present attempt, once the provider has said it.
        ADD COLUMN provider_refund_id text,
        -- What the provider calls a refund that was made without us.
        ADD COLUMN external_key      text,
        ADD COLUMN failure           json,
        -- Null: since it was requested.
        ADD COLUMN changed_at        timestamptz,
        ADD COLUMN due_at            timestamptz DEFAULT now() + interval '4 hours',
        -- When a worker looks at it next; null when it waits for a person or a notice.
        ADD COLUMN try_at            timestamptz DEFAULT now(),
        ADD COLUMN tries             int NOT NULL DEFAULT 0,
        ADD CONSTRAINT refunds_status CHECK (status IN
          ('requested', 'pending_approval', 'approved', 'processing', 'succeeded', 'failed', 'rejected', 'cancelled'));

      CREATE INDEX refunds_try ON refunds (try_at) WHERE try_at IS NOT NULL;
      CREATE INDEX refunds_of_purchase ON refunds (transaction_id);
      CREATE INDEX refunds_by_status ON refunds (status, refund_id);
      -- What is due first, first; what waits for nobody is last.
      CREATE INDEX refunds_due ON refunds (coalesce(due_at, 'infinity'), refund_id);
      CREATE INDEX refunds_of_bulk ON refunds (bulk_id, refund_id) WHERE bulk_id IS NOT NULL;
      CREATE INDEX refunds_reference ON refunds (reference);
      -- One record of what the provider did by itself, however often it tells.
      CREATE UNIQUE INDEX refunds_external ON refunds (account_id, external_key);

      -- What happened to a refund, in order. Append-only.
      CREATE TABLE refund_events (
        account_id text COLLATE "C" NOT NULL,
        refund_id  uuid NOT NULL,
        event_no   int NOT NULL,
        kind       text NOT NULL,
        at         timestamptz NOT NULL,
        actor      json NOT NULL,
        text       text,
        details    json NOT NULL,
        CONSTRAINT refund_events_pkey PRIMARY KEY (account_id, refund_id, event_no)
      );

      -- What providers said, each once. A refund's state is folded from these, so their order does not matter. Append-only.
      CREATE TABLE refund_facts (
        account_id         text COLLATE "C" NOT NULL,
        provider_refund_id text NOT NULL,
        status             text NOT NULL
                           CHECK (status IN ('pending', 'succeeded', 'failed', 'cancelled', 'reversed')),
        occurred_at        timestamptz NOT NULL,
        refund_id          uuid NOT NULL,
        attempt            int NOT NULL,
        amount_minor       bigint NOT NULL CHECK (amount_minor >= 0),
        detail             text,
        source             text NOT NULL CHECK (source IN ('answer', 'notice', 'person')),
        noted_at           timestamptz NOT NULL,
        CONSTRAINT refund_facts_pkey PRIMARY KEY (account_id, provider_refund_id, status, occurred_at)
      );
      CREATE INDEX refund_facts_refund ON refund_facts (account_id, refund_id);

      CREATE FUNCTION refund_history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the history of refunds is append-only' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER refund_events_append_only BEFORE UPDATE OR DELETE ON refund_events
        FOR EACH ROW EXECUTE FUNCTION refund_history_is_append_only();
      CREATE TRIGGER refund_facts_append_only BEFORE UPDATE OR DELETE ON refund_facts
        FOR EACH ROW EXECUTE FUNCTION refund_history_is_append_only();

      -- What a platform asked for under a key, and the answer it got: asked again, it gets the same.
      CREATE TABLE refund_requests (
        account_id      text COLLATE "C" NOT NULL,
        idempotency_key text NOT NULL,
        request_hash    bytea NOT NULL,
        refund_id       uuid,
        answer          json,
        requested_at    timestamptz NOT NULL,
        CONSTRAINT refund_requests_pkey PRIMARY KEY (account_id, idempotency_key)
      );

      CREATE TABLE refund_bulks (
        bulk_id        uuid PRIMARY KEY,
        reason         text NOT NULL,
        note           text,
        status         text NOT NULL CHECK (status IN
                       ('requested', 'pending_approval', 'running', 'done', 'rejected', 'cancelled')),
        requester_kind text NOT NULL,
        requested_by   json NOT NULL,
        approved_by    json,
        requested_at   timestamptz NOT NULL,
        changed_at     timestamptz NOT NULL,
        items          int NOT NULL,
        money          json NOT NULL,
        usd_minor      bigint NOT NULL,
        preview_hash   text NOT NULL
      );
      CREATE INDEX refund_bulks_running ON refund_bulks (bulk_id) WHERE status = 'running';

      -- One purchase of a bulk, worked off in a transaction of its own: stopped anywhere, the job goes on with the rest.
      CREATE TABLE refund_bulk_items (
        item_id      uuid NOT NULL,
        bulk_id      uuid NOT NULL,
        purchase_id  text NOT NULL,
        account_id   text COLLATE "C",
        amount_minor bigint CHECK (amount_minor > 0),
        currency     text,
        status       text NOT NULL CHECK (status IN ('waiting', 'opened', 'refused')),
        refund_id    uuid,
        problem      json,
        CONSTRAINT refund_bulk_items_pkey PRIMARY KEY (bulk_id, item_id)
      );
      CREATE INDEX refund_bulk_items_id ON refund_bulk_items (item_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The history of refunds is not dropped by a migration; restore a backup instead.');
  }
}
