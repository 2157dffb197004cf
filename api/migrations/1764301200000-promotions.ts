import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Promotions that are written, approved and stopped by people, with an audience, codes that work once and every use. */
export class Promotions1764301200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE promotions
        -- A condition over the account; null is everybody.
        ADD COLUMN audience            text,
        ADD COLUMN single_use_codes    boolean NOT NULL DEFAULT false,
        ADD COLUMN exclusive_group     text,
        ADD COLUMN holdout_percent     int NOT NULL DEFAULT 0 CHECK (holdout_percent BETWEEN 0 AND 50),
        -- It pauses by itself at this share of uses by accounts found abusive, and at this pace of its budget (200 is
        -- twice as fast as would last to the end); null never.
        ADD COLUMN pause_abuse_percent int CHECK (pause_abuse_percent BETWEEN 1 AND 100),
        ADD COLUMN pause_pace_percent  int CHECK (pause_pace_percent BETWEEN 101 AND 10000),
        -- Counts what was written, so that nobody overwrites or approves what they have not seen.
        ADD COLUMN revision            int NOT NULL DEFAULT 1,
        ADD COLUMN authors             text[] NOT NULL DEFAULT '{}',
        ADD COLUMN created_at          timestamptz NOT NULL DEFAULT now(),
        ADD CONSTRAINT promotions_one_kind_of_code CHECK (code IS NULL OR NOT single_use_codes);
      CREATE INDEX promotions_window ON promotions (starts_at, ends_at);

      -- What was done to a promotion, by whom and why; written once.
      CREATE TABLE promotion_history (
        promotion_id text NOT NULL REFERENCES promotions ON DELETE CASCADE,
        position     int NOT NULL,
        at           timestamptz NOT NULL,
        action       text NOT NULL,
        -- Null for what happened by itself.
        by           text,
        reason       text,
        details      jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (promotion_id, position)
      );

      -- Codes that work once, in capitals. The batch that sells on one locks it.
      CREATE TABLE promotion_codes (
        code           text COLLATE "C" PRIMARY KEY CHECK (code = upper(code)),
        promotion_id   text NOT NULL REFERENCES promotions ON DELETE CASCADE,
        created_at     timestamptz NOT NULL,
        revoked_at     timestamptz,
        account_id     text COLLATE "C",
        transaction_id uuid,
        used_at        timestamptz,
        CONSTRAINT promotion_codes_use CHECK ((used_at IS NULL) = (transaction_id IS NULL))
      );
      CREATE INDEX promotion_codes_of ON promotion_codes (promotion_id, created_at, code);

      -- Every purchase that used a promotion. What was returned (never paid, declined on review) counts no more.
      CREATE TABLE promotion_redemptions (
        account_id     text COLLATE "C" NOT NULL,
        transaction_id uuid NOT NULL,
        promotion_id   text NOT NULL,
        at             timestamptz NOT NULL,
        cost_coins     bigint NOT NULL CHECK (cost_coins >= 0),
        bonus_coins    bigint NOT NULL CHECK (bonus_coins >= 0),
        code           text COLLATE "C",
        returned_at    timestamptz,
        PRIMARY KEY (account_id, transaction_id)
      );
      CREATE INDEX promotion_redemptions_of ON promotion_redemptions (promotion_id, at);

      INSERT INTO promotion_redemptions (account_id, transaction_id, promotion_id, at, cost_coins, bonus_coins)
      SELECT t.account_id, t.transaction_id, p.promotion_id, t.decided_at,
             CASE p.effect WHEN 'price_discount_percent' THEN (t.coins * p.value + 99) / 100
                           ELSE (t.decision -> 'promotion' ->> 1)::bigint END,
             (t.decision -> 'promotion' ->> 1)::bigint
      FROM transactions t JOIN promotions p ON p.promotion_id = t.decision -> 'promotion' ->> 0
      WHERE t.kind = 'purchase' AND t.outcome <> 'decline';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE promotion_redemptions, promotion_codes, promotion_history;
      DROP INDEX promotions_window;
      ALTER TABLE promotions
        DROP CONSTRAINT promotions_one_kind_of_code, DROP COLUMN audience, DROP COLUMN single_use_codes,
        DROP COLUMN exclusive_group, DROP COLUMN holdout_percent, DROP COLUMN pause_abuse_percent,
        DROP COLUMN pause_pace_percent, DROP COLUMN revision, DROP COLUMN authors, DROP COLUMN created_at;
    `);
  }
}
