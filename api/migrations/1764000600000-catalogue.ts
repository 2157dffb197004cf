import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Promotions that cannot be given away by a slip, and the ways in which staff look for accounts. */
export class Catalogue1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A price never reaches zero, and a bonus stays a bonus.
      ALTER TABLE promotions ADD CONSTRAINT promotions_value CHECK (
        CASE effect
          WHEN 'price_discount_percent' THEN value BETWEEN 1 AND 99
          WHEN 'bonus_percent' THEN value BETWEEN 1 AND 1000
          ELSE value BETWEEN 1 AND 1000000000
        END
      );
      -- Buyers type codes in whatever case; two that differ only in case would be one.
      CREATE UNIQUE INDEX promotions_code ON promotions (upper(code)) WHERE code IS NOT NULL;
      -- Room for a thousandfold promotion below the largest amount there can be.
      ALTER TABLE packages ADD CONSTRAINT packages_coins CHECK (coins + bonus_coins <= 1000000000000);

      -- Lists of accounts are newest first; these lead the filters that few accounts pass.
      CREATE INDEX accounts_country ON accounts (country, created_at, account_id);
      CREATE INDEX accounts_age ON accounts (age_band, created_at, account_id);
      CREATE INDEX accounts_creators ON accounts (created_at, account_id) WHERE creator;
      CREATE INDEX accounts_guardian ON accounts (guardian_account_id) WHERE guardian_account_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX accounts_guardian, accounts_creators, accounts_age, accounts_country, promotions_code;
      ALTER TABLE packages DROP CONSTRAINT packages_coins;
      ALTER TABLE promotions DROP CONSTRAINT promotions_value;
    `);
  }
}
