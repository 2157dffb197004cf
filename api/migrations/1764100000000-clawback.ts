import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What went back of each purchase, in money and in coins. Claims say what is so (a refund, a dispute); a settlement books
 * the difference between what they ask for and what was booked, so any order of claims ends in the same place.
 */
export class Clawback1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE money_back_claims (
        account_id     text COLLATE "C" NOT NULL,
        purchase_id    uuid NOT NULL,
        -- The refund's or the dispute's id.
        claim_id       uuid NOT NULL,
        kind           text NOT NULL CHECK (kind IN ('refund', 'dispute')),
        cause          text NOT NULL CHECK (cause IN ('refund', 'goodwill', 'fraud', 'dispute')),
        reserved_minor bigint NOT NULL CHECK (reserved_minor >= 0),
        paid_minor     bigint NOT NULL CHECK (paid_minor >= 0),
        fee_minor      bigint NOT NULL CHECK (fee_minor >= 0),
        updated_at     timestamptz NOT NULL,
        CONSTRAINT money_back_claims_pkey PRIMARY KEY (account_id, purchase_id, claim_id)
      );

      -- One row per purchase that any money went back of: what is booked.
      CREATE TABLE purchase_settlements (
        account_id      text COLLATE "C" NOT NULL,
        purchase_id     uuid NOT NULL,
        currency        text NOT NULL,
        captured_minor  bigint NOT NULL CHECK (captured_minor >= 0),
        reserved_minor  bigint NOT NULL CHECK (reserved_minor >= 0),
        refunded_minor  bigint NOT NULL CHECK (refunded_minor >= 0),
        lost_minor      bigint NOT NULL CHECK (lost_minor >= 0),
        excess_minor    bigint NOT NULL CHECK (excess_minor >= 0),
        fee_minor       bigint NOT NULL CHECK (fee_minor >= 0),
        -- Whether the payment of a purchase that never posted has been booked, which is when it goes back.
        payment_booked  boolean NOT NULL,
        taken_coins     bigint NOT NULL CHECK (taken_coins >= 0),
        taken_under     text CHECK (taken_under IN ('refund', 'dispute', 'fraud')),
        policy_version  int NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT purchase_settlements_pkey PRIMARY KEY (account_id, purchase_id),
        -- Nobody is paid twice.
        CONSTRAINT purchase_settlements_captured
          CHECK (refunded_minor + reserved_minor + lost_minor <= captured_minor)
      );

      -- Each booking: what it was for and under which policy. settlement_id is the transaction_id of its journal entries
      -- and lot movements.
      CREATE TABLE settlements (
        account_id     text COLLATE "C" NOT NULL,
        purchase_id    uuid NOT NULL,
        settlement_id  uuid NOT NULL,
        claim_id       uuid,
        policy_version int NOT NULL,
        settled_at     timestamptz NOT NULL,
        CONSTRAINT settlements_pkey PRIMARY KEY (account_id, purchase_id, settlement_id)
      );

      -- What each settlement took (positive) or gave back (negative).
      CREATE TABLE clawback_lines (
        account_id    text COLLATE "C" NOT NULL,
        purchase_id   uuid NOT NULL,
        settlement_id uuid NOT NULL,
        line_no       int NOT NULL,
        step          text NOT NULL
                      CHECK (step IN ('unspent', 'bonus', 'lapsed', 'diamonds', 'debt', 'write_off', 'waived')),
        holder_id     text COLLATE "C" NOT NULL,
        lot_id        uuid,
        coins         bigint NOT NULL CHECK (coins <> 0),
        CONSTRAINT clawback_lines_pkey PRIMARY KEY (account_id, purchase_id, settlement_id, line_no)
      );
      -- What was taken from a creator, for their page.
      CREATE INDEX clawback_lines_holder ON clawback_lines (holder_id, settlement_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The ledger is not dropped by a migration; restore a backup instead.');
  }
}
