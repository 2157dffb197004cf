import { DEFAULT_POLICIES } from '@coinwarden/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Spending limits: those of single accounts, and the policies by age and country a new installation starts with. */
export class Limits1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is in force and what is waiting; what has ended is deleted by the next change and stays in the audit log,
      -- so that the decision path reads a few rows however often a person changed their mind.
      CREATE TABLE account_limits (
        account_id      text COLLATE "C" NOT NULL REFERENCES accounts,
        layer           text NOT NULL CHECK (layer IN ('guardian', 'self', 'staff')),
        measure         text NOT NULL CHECK (measure IN ('purchase_money', 'coins_spent')),
        limit_window    text NOT NULL CHECK (limit_window IN ('transaction', 'day', 'week', 'month')),
        amount          bigint NOT NULL CHECK (amount >= 0),
        currency        text CHECK ((currency IS NULL) = (measure = 'coins_spent')),
        effective_from  timestamptz NOT NULL,
        effective_until timestamptz CHECK (effective_until > effective_from),
        set_by_type     text NOT NULL,
        set_by          text NOT NULL,
        set_at          timestamptz NOT NULL,
        CONSTRAINT account_limits_pkey PRIMARY KEY (account_id, layer, measure, limit_window, effective_from)
      );

      -- A policy is never changed, only followed by its next version, which begins where it ends.
      CREATE TABLE limit_policies (
        policy_id       text PRIMARY KEY,
        layer           text NOT NULL CHECK (layer IN ('regulator', 'platform')),
        country         text NOT NULL,
        age_band        text NOT NULL CHECK (age_band IN ('under13', '13-15', '16-17', 'adult', 'unknown')),
        measure         text NOT NULL CHECK (measure IN ('purchase_money', 'coins_spent')),
        limit_window    text NOT NULL CHECK (limit_window IN ('transaction', 'day', 'week', 'month')),
        version         int NOT NULL CHECK (version > 0),
        amount          bigint NOT NULL CHECK (amount >= 0),
        currency        text CHECK ((currency IS NULL) = (measure = 'coins_spent')),
        effective_from  timestamptz NOT NULL,
        effective_until timestamptz CHECK (effective_until > effective_from),
        source          text NOT NULL,
        CONSTRAINT limit_policies_version UNIQUE (layer, country, age_band, measure, limit_window, version)
      );
    `);
    for (const policy of DEFAULT_POLICIES) {
      const { layer, country, ageBand, measure, window, limit, currency, effectiveFrom, source } = policy;
      const place = country === '*' ? 'any' : country;
      await runner.query(
        `INSERT INTO limit_policies (policy_id, layer, country, age_band, measure, limit_window, version, amount,
                                     currency, effective_from, source)
         VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, $10)`,
        [
          [layer, place, ageBand, measure, window, 1].join('.'),
          layer,
          country,
          ageBand,
          measure,
          window,
          limit,
          currency,
          new Date(effectiveFrom),
          source,
        ],
      );
    }
    await runner.query("UPDATE reference_versions SET version = version + 1 WHERE name = 'policies'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account_limits; DROP TABLE limit_policies');
  }
}
