import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From a gift to the withdrawals that took its diamonds. Nothing else leads there: a lot may wait for years before it is
 * taken. Gifts do not touch this table, only withdrawals and conversions do, so the index costs the decision path nothing
 * that can be measured; lots of one creator are made and taken in the order of time, so it grows at its right edge.
 */
export class Provenance1764100600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX diamond_movements_lot ON diamond_movements (account_id, lot_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX diamond_movements_lot');
  }
}
