import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A warning about a purchase that was never charged, or whose money went back, says so instead of `too_late`. */
export class FraudWarningOutcomes1764200700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fraud_warnings
        DROP CONSTRAINT fraud_warnings_status_check,
        ADD CONSTRAINT fraud_warnings_status
          CHECK (status IN ('open', 'refunding', 'kept', 'not_charged', 'paid_back', 'too_late'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE fraud_warnings SET status = 'too_late' WHERE status IN ('not_charged', 'paid_back');
      ALTER TABLE fraud_warnings
        DROP CONSTRAINT fraud_warnings_status,
        ADD CONSTRAINT fraud_warnings_status_check CHECK (status IN ('open', 'refunding', 'kept', 'too_late'));
    `);
  }
}
