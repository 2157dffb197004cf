import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff do about the limits of one account, and what the platform is told about limits that run out. */
export class LimitAdministration1764301310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What staff set for an account and why, kept for good; what of it still counts stands in account_limits as well,
      -- which is all that decisions read.
      CREATE TABLE limit_overrides (
        account_id      text COLLATE "C" NOT NULL REFERENCES accounts,
        override_id     uuid NOT NULL,
        kind            text NOT NULL CHECK (kind IN ('lower', 'lift')),
        measure         text NOT NULL CHECK (measure IN ('purchase_money', 'coins_spent')),
        limit_window    text NOT NULL CHECK (limit_window IN ('transaction', 'day', 'week', 'month')),
        amount          bigint NOT NULL CHECK (amount >= 0),
        currency        text CHECK ((currency IS NULL) = (measure = 'coins_spent')),
        effective_from  timestamptz NOT NULL,
        effective_until timestamptz CHECK (effective_until > effective_from),
        created_by      text NOT NULL,
        -- Null for those from before reasons were kept.
        reason          text,
        ended_at        timestamptz,
        ended_by        text,
        end_reason      text,
        CONSTRAINT limit_overrides_pkey PRIMARY KEY (account_id, override_id),
        CONSTRAINT limit_overrides_lift_ends CHECK (kind = 'lower' OR effective_until IS NOT NULL)
      );
      CREATE INDEX limit_overrides_by_id ON limit_overrides (override_id);
      CREATE INDEX limit_overrides_by_time ON limit_overrides (effective_from, override_id);

      ALTER TABLE account_limits ADD COLUMN override_id uuid,
                                 ADD COLUMN lifts_platform boolean NOT NULL DEFAULT false;
      UPDATE account_limits SET override_id = gen_random_uuid() WHERE layer = 'staff';
      INSERT INTO limit_overrides (account_id, override_id, kind, measure, limit_window, amount, currency, effective_from,
                                   effective_until, created_by)
      SELECT account_id, override_id, 'lower', measure, limit_window, amount, currency, effective_from, effective_until, set_by
      FROM account_limits WHERE layer = 'staff';

      -- Every exclusion and every time it was made longer; the end that counts stands on the account.
      CREATE TABLE account_exclusions (
        account_id    text COLLATE "C" NOT NULL REFERENCES accounts,
        exclusion_id  uuid NOT NULL,
        until         timestamptz NOT NULL,
        -- Null for those from before this was kept.
        asked_at      timestamptz,
        asked_by_type text,
        asked_by      text,
        reason        text,
        CONSTRAINT account_exclusions_pkey PRIMARY KEY (account_id, exclusion_id)
      );
      CREATE INDEX account_exclusions_by_id ON account_exclusions (exclusion_id);
      CREATE INDEX account_exclusions_until ON account_exclusions (until, exclusion_id);
      INSERT INTO account_exclusions (account_id, exclusion_id, until)
      SELECT account_id, gen_random_uuid(), excluded_until FROM accounts WHERE excluded_until IS NOT NULL;

      -- A guardian that staff set or took away stands until the platform says something else than it did then.
      ALTER TABLE accounts ADD COLUMN guardian_by_staff boolean NOT NULL DEFAULT false,
                           ADD COLUMN guardian_told text;

      -- What the platform was told: once for an account, a limit and one of its windows. Rows go once the window is over.
      CREATE TABLE limit_notices (
        account_id   text COLLATE "C" NOT NULL,
        layer        text NOT NULL,
        measure      text NOT NULL,
        limit_window text NOT NULL,
        amount       bigint NOT NULL,
        -- Empty for coins.
        currency     text NOT NULL,
        window_end   timestamptz NOT NULL,
        -- 1: it is near; 2: it is reached.
        level        int NOT NULL CHECK (level IN (1, 2)),
        CONSTRAINT limit_notices_pkey
          PRIMARY KEY (account_id, layer, measure, limit_window, amount, currency, window_end)
      );
      CREATE INDEX limit_notices_over ON limit_notices (window_end);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE limit_notices;
      ALTER TABLE accounts DROP COLUMN guardian_by_staff, DROP COLUMN guardian_told;
      DROP TABLE account_exclusions;
      DELETE FROM account_limits WHERE lifts_platform;
      ALTER TABLE account_limits DROP COLUMN override_id, DROP COLUMN lifts_platform;
      DROP TABLE limit_overrides;
    `);
  }
}
