import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins with places, proofs asked of whoever acts, and restrictions that say why. */
export class Security1764200500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is remembered of an account's sign-ins, devices and places, packed; a batch reads it with the account.
      ALTER TABLE accounts ADD COLUMN security text NOT NULL DEFAULT '[]';
      -- Who restricted or suspended it and why, for the reasons of later decisions.
      ALTER TABLE accounts ADD COLUMN status_because json;

      ALTER TABLE account_events DROP CONSTRAINT account_events_type_check,
        ADD CONSTRAINT account_events_type_check CHECK (type IN
          ('sign_in', 'sign_in_failed', 'credential_change', 'recovery', 'step_up', 'report'));

      ALTER TABLE rules DROP CONSTRAINT rules_effect_check,
        ADD CONSTRAINT rules_effect_check
          CHECK (effect IN ('decline', 'restrict', 'step_up', 'review', 'score'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE rules DROP CONSTRAINT rules_effect_check,
        ADD CONSTRAINT rules_effect_check CHECK (effect IN ('decline', 'review', 'score'));
      ALTER TABLE account_events DROP CONSTRAINT account_events_type_check,
        ADD CONSTRAINT account_events_type_check CHECK (type IN
          ('sign_in', 'sign_in_failed', 'credential_change', 'report'));
      ALTER TABLE accounts DROP COLUMN status_because, DROP COLUMN security;
    `);
  }
}
