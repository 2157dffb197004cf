import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The books of the embedded sandbox, which stands for Stripe in demos and tests: in a schema of its own, because they are
 * another company's. The product reads them only by asking the sandbox over HTTP. Empty in production.
 */
export class Payments1764100500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA sandbox;

      -- A charge with its payment intent; keyed by the name the platform knows it under.
      CREATE TABLE sandbox.payments (
        payment_id   text COLLATE "C" PRIMARY KEY,
        charge_id    text COLLATE "C" NOT NULL,
        intent_id    text COLLATE "C",
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        currency     text NOT NULL,
        network      text NOT NULL,
        country      text NOT NULL,
        created_at   timestamptz NOT NULL,
        metadata     json NOT NULL DEFAULT '{}',
        CONSTRAINT payments_charge UNIQUE (charge_id)
      );

      CREATE TABLE sandbox.refunds (
        refund_id      text COLLATE "C" PRIMARY KEY,
        payment_id     text COLLATE "C" NOT NULL REFERENCES sandbox.payments,
        -- In the order of their making, which their times are too coarse for.
        number         bigint GENERATED ALWAYS AS IDENTITY,
        amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
        status         text NOT NULL CHECK (status IN ('pending', 'succeeded', 'failed', 'canceled')),
        reason         text,
        failure_reason text,
        metadata       json NOT NULL DEFAULT '{}',
        created_at     timestamptz NOT NULL,
        -- What becomes of it by itself, and when.
        next_status    text,
        next_at        timestamptz
      );
      CREATE INDEX refunds_payment ON sandbox.refunds (payment_id, number);
      CREATE INDEX refunds_next ON sandbox.refunds (next_at) WHERE next_at IS NOT NULL;

      CREATE TABLE sandbox.disputes (
        dispute_id          text COLLATE "C" PRIMARY KEY,
        payment_id          text COLLATE "C" NOT NULL REFERENCES sandbox.payments,
        amount_minor        bigint NOT NULL CHECK (amount_minor > 0),
        status              text NOT NULL,
        case_type           text NOT NULL CHECK (case_type IN ('inquiry', 'chargeback')),
        reason              text NOT NULL,
        network_reason_code text NOT NULL,
        evidence            json NOT NULL DEFAULT '{}',
        submissions         int NOT NULL DEFAULT 0 CHECK (submissions IN (0, 1)),
        due_at              timestamptz NOT NULL,
        created_at          timestamptz NOT NULL,
        -- What the issuer will decide once it has the evidence, how long that takes it, and when it is due.
        verdict             text CHECK (verdict IN ('won', 'lost')),
        decide_after_ms     bigint,
        decide_at           timestamptz
      );
      CREATE INDEX disputes_payment ON sandbox.disputes (payment_id);
      CREATE INDEX disputes_next ON sandbox.disputes (decide_at) WHERE decide_at IS NOT NULL;

      -- What moved the balance: negative is money that left.
      CREATE TABLE sandbox.balance_transactions (
        transaction_id text COLLATE "C" PRIMARY KEY,
        source_id      text COLLATE "C" NOT NULL,
        number         bigint GENERATED ALWAYS AS IDENTITY,
        type           text NOT NULL,
        category       text NOT NULL,
        amount_minor   bigint NOT NULL,
        fee_minor      bigint NOT NULL,
        currency       text NOT NULL,
        created_at     timestamptz NOT NULL
      );
      CREATE INDEX balance_transactions_source ON sandbox.balance_transactions (source_id, number);

      CREATE TABLE sandbox.fraud_warnings (
        warning_id text COLLATE "C" PRIMARY KEY,
        payment_id text COLLATE "C" NOT NULL REFERENCES sandbox.payments,
        fraud_type text NOT NULL,
        actionable boolean NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX fraud_warnings_payment ON sandbox.fraud_warnings (payment_id);

      CREATE TABLE sandbox.files (
        file_id    text COLLATE "C" PRIMARY KEY,
        purpose    text NOT NULL,
        name       text NOT NULL,
        type       text NOT NULL,
        body       bytea NOT NULL,
        created_at timestamptz NOT NULL
      );
    `);
    await runner.query(`
      CREATE TABLE sandbox.events (
        event_id   text COLLATE "C" PRIMARY KEY,
        number     bigint GENERATED ALWAYS AS IDENTITY,
        type       text NOT NULL,
        body       text NOT NULL,
        created_at timestamptz NOT NULL
      );

      -- One row per delivery of an event: a notice that is to come twice has two. No time: held back.
      CREATE TABLE sandbox.deliveries (
        delivery_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_id     text COLLATE "C" NOT NULL REFERENCES sandbox.events,
        due_at       timestamptz,
        attempts     int NOT NULL DEFAULT 0,
        delivered_at timestamptz
      );
      CREATE INDEX deliveries_due ON sandbox.deliveries (due_at) WHERE delivered_at IS NULL;

      -- What was answered under a key, and how often an answer to it is still to be lost on the way.
      CREATE TABLE sandbox.answers (
        idempotency_key text COLLATE "C" PRIMARY KEY,
        request_sha256  bytea NOT NULL,
        status          int NOT NULL,
        body            text NOT NULL,
        losses_left     int NOT NULL DEFAULT 0,
        created_at      timestamptz NOT NULL
      );

      -- Misbehaviour that was asked for: it befalls the next calls it fits.
      CREATE TABLE sandbox.behaviours (
        behaviour_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        operation    text NOT NULL,
        reference    text COLLATE "C",
        behaviour    json NOT NULL,
        calls_left   int NOT NULL CHECK (calls_left > 0)
      );

      -- How notices go out; the one row is there from the beginning.
      CREATE TABLE sandbox.notice_mode (
        only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        held      boolean NOT NULL DEFAULT false,
        delay_ms  int NOT NULL DEFAULT 0,
        spread_ms int NOT NULL DEFAULT 0,
        copies    int NOT NULL DEFAULT 1 CHECK (copies BETWEEN 1 AND 10)
      );
      INSERT INTO sandbox.notice_mode DEFAULT VALUES;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA sandbox CASCADE');
  }
}
