import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much of a gift nobody paid for: what laundering of free coins is told by. Gifts of before count as paid. */
export class FreeCoins1764300700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE link_transfers ADD COLUMN free_coins bigint NOT NULL DEFAULT 0 CHECK (free_coins >= 0)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE link_transfers DROP COLUMN free_coins');
  }
}
