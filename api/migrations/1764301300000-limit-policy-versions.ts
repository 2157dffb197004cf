import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Limit policies that staff change by versions, and a fast answer to whom such a change would touch. */
export class LimitPolicyVersions1764301300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE limit_policies
        ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
        -- Null for what came with the installation.
        ADD COLUMN created_by text,
        ADD COLUMN reason     text,
        ADD COLUMN ended_by   text,
        ADD COLUMN end_reason text,
        -- A version that was taken back before it began never held.
        ADD COLUMN withdrawn  boolean NOT NULL DEFAULT false,
        -- How often its end was moved: with the number of versions this tells whether anything about a policy changed.
        ADD COLUMN changes    int NOT NULL DEFAULT 0;

      -- Counts the accounts of an age band and country, and draws a fair sample of them: the hash puts them in an order
      -- that has nothing to do with who they are. None of its columns changes when an account is written by traffic.
      CREATE INDEX accounts_subject ON accounts (age_band, country, hashtext(account_id)) WHERE status <> 'closed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX accounts_subject;
      DELETE FROM limit_policies WHERE withdrawn;
      ALTER TABLE limit_policies DROP COLUMN created_at, DROP COLUMN created_by, DROP COLUMN reason, DROP COLUMN ended_by,
                                 DROP COLUMN end_reason, DROP COLUMN withdrawn, DROP COLUMN changes;
    `);
  }
}
