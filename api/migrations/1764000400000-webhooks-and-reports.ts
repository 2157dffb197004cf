import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sent to the platform, and the sums the dashboard reads instead of history. */
export class WebhooksAndReports1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook_endpoints (
        endpoint_id       uuid PRIMARY KEY,
        url               text NOT NULL,
        description       text NOT NULL,
        event_types       text[] NOT NULL,
        status            text NOT NULL CHECK (status IN ('enabled', 'disabled')),
        -- What failures disabled keeps recording, so that a replay makes up for the gap; what staff disabled does not.
        disabled_cause    text CHECK (disabled_cause IN ('staff', 'failure')),
        disabled_reason   text,
        failing_since     timestamptz,
        last_delivered_at timestamptz,
        created_at        timestamptz NOT NULL,
        CONSTRAINT webhook_endpoints_cause CHECK ((status = 'disabled') = (disabled_cause IS NOT NULL))
      );

      -- Apart from the endpoints, so that only the statement that signs and the one that rotates ever read a secret.
      -- After a rotation the former secret signs along until it expires.
      CREATE TABLE webhook_secrets (
        endpoint_id uuid NOT NULL REFERENCES webhook_endpoints,
        created_at  timestamptz NOT NULL,
        secret      text NOT NULL,
        expires_at  timestamptz,
        CONSTRAINT webhook_secrets_pkey PRIMARY KEY (endpoint_id, created_at)
      );

      -- One row per endpoint and event. The body is made from the transaction's row when it is sent; \`data\` is only
      -- filled for events that no row still tells.
      CREATE TABLE webhook_deliveries (
        delivery_id          uuid PRIMARY KEY,
        endpoint_id          uuid NOT NULL REFERENCES webhook_endpoints,
        event_id             text NOT NULL,
        type                 text NOT NULL,
        account_id           text,
        transaction_id       uuid,
        data                 json,
        occurred_at          timestamptz NOT NULL,
        status               text NOT NULL CHECK (status IN ('pending', 'delivered', 'failed')),
        attempts             int NOT NULL DEFAULT 0,
        next_attempt_at      timestamptz,
        last_response_status int,
        last_error           text,
        delivered_at         timestamptz,
        created_at           timestamptz NOT NULL,
        CONSTRAINT webhook_deliveries_event UNIQUE (endpoint_id, event_id),
        CONSTRAINT webhook_deliveries_next CHECK ((status = 'pending') = (next_attempt_at IS NOT NULL))
      );
      CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_attempt_at) WHERE status = 'pending';
      -- Newest first per endpoint; ids are UUIDv7.
      CREATE INDEX webhook_deliveries_endpoint ON webhook_deliveries (endpoint_id, delivery_id);
      CREATE INDEX webhook_deliveries_transaction ON webhook_deliveries (transaction_id)
        WHERE transaction_id IS NOT NULL;
      CREATE INDEX webhook_deliveries_failed ON webhook_deliveries (delivery_id) WHERE status = 'failed';
    `);
    await runner.query(`
      -- Sums over one slice (5 s, of the hours still open) or one closed hour. Recomputed from the transactions
      -- whenever one of theirs is announced, never added to: so any repetition ends in the same numbers.
      CREATE TABLE report_sums (
        width_seconds int NOT NULL,
        bucket_at     timestamptz NOT NULL,
        kind          text NOT NULL,
        outcome       text NOT NULL,
        -- '' for transactions without money.
        currency      text NOT NULL,
        transactions  bigint NOT NULL,
        -- Never above 2^53 − 1, which is all that JSON carries: a sum that would be stays there.
        coins         bigint NOT NULL,
        diamonds      bigint NOT NULL,
        amount_minor  bigint NOT NULL,
        CONSTRAINT report_sums_pkey PRIMARY KEY (width_seconds, bucket_at, kind, outcome, currency)
      );
      CREATE TABLE report_reasons (
        width_seconds int NOT NULL,
        bucket_at     timestamptz NOT NULL,
        code          text NOT NULL,
        transactions  bigint NOT NULL,
        CONSTRAINT report_reasons_pkey PRIMARY KEY (width_seconds, bucket_at, code)
      );
      -- Buckets that have to be computed again.
      CREATE TABLE report_marks (
        width_seconds int NOT NULL,
        bucket_at     timestamptz NOT NULL,
        CONSTRAINT report_marks_pkey PRIMARY KEY (width_seconds, bucket_at)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE report_marks, report_reasons, report_sums, webhook_deliveries, webhook_secrets, webhook_endpoints;
    `);
  }
}
