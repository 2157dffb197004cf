import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the money-back report reads by: its cost follows what went back, never what was bought. */
export class MoneyBackReport1764100700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX refunds_done ON refunds (changed_at) WHERE status = 'succeeded';
      -- By month of purchase, which the purchase's id tells.
      CREATE INDEX money_back_claims_purchase ON money_back_claims (purchase_id) WHERE kind = 'refund';
      CREATE INDEX disputes_purchase ON disputes (purchase_id) WHERE purchase_id IS NOT NULL;
      CREATE INDEX settlements_id ON settlements (settlement_id);
      -- Few accounts owe. An update that leaves the debt alone does not touch the index, and stays heap-only.
      CREATE INDEX wallets_debt ON wallets (debt_coins) WHERE debt_coins > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX refunds_done, money_back_claims_purchase, disputes_purchase, settlements_id, wallets_debt',
    );
  }
}
