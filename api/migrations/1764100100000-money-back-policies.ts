import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The policies by which money goes back, until when coins are at risk of being taken back, and what an account has taken
 * back so far.
 */
export class MoneyBackPolicies1764100100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Versions are only ever added; the latest of a kind is in force. The key is what two releases at once collide on.
      CREATE TABLE money_back_policies (
        kind       text NOT NULL CHECK (kind IN ('clawback', 'risk_window', 'refund', 'dispute', 'reasons')),
        version    int NOT NULL CHECK (version > 0),
        policy     json NOT NULL,
        comment    text NOT NULL,
        created_at timestamptz NOT NULL,
        created_by text NOT NULL,
        CONSTRAINT money_back_policies_pkey PRIMARY KEY (kind, version)
      );
      INSERT INTO reference_versions (name) VALUES ('risk_window');

      -- Diamonds that these coins become cannot be withdrawn before; null for coins that nobody takes back.
      ALTER TABLE coin_lots ADD COLUMN risk_until timestamptz;

      -- When it was first made: what an account has had back is counted by it.
      ALTER TABLE money_back_claims ADD COLUMN opened_at timestamptz NOT NULL;
      -- How often the account has had money taken back, packed by day, so that the decision path reads it with the row.
      ALTER TABLE accounts ADD COLUMN money_back text NOT NULL DEFAULT '[]';
    `);
  }

  async down(): Promise<void> {
    throw new Error('The ledger is not dropped by a migration; restore a backup instead.');
  }
}
