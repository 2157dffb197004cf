import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Queues that are worked no more. */
export class RetiredQueues1764300900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_queues
        -- Where its cases went when it was retired; it stays, because decided cases name it.
        ADD COLUMN retired_into text REFERENCES case_queues,
        ADD CONSTRAINT case_queues_retired CHECK (retired_into <> queue_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE case_queues DROP CONSTRAINT case_queues_retired, DROP COLUMN retired_into',
    );
  }
}
