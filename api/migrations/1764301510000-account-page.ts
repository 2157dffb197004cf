import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an account's page reads by key: its purchases, and its timeline, which takes the newest rows of each of several
 * tables. None of these grows with gifts; all but the first are of tables that the decision path does not write.
 */
export class AccountPage1764301510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX transactions_purchases ON transactions (account_id, transaction_id) WHERE kind = 'purchase';

      CREATE INDEX holds_judged ON holds (account_id, ended_at, transaction_id)
        WHERE ended_by IN ('released', 'declined');
      CREATE INDEX refund_events_of_account ON refund_events (account_id, at, refund_id, event_no);
      CREATE INDEX case_events_of_account ON case_events (account_id, at, case_id, event_no);
      -- Apart from each other, so that an account that is reported often does not hide its sign-ins.
      CREATE INDEX account_events_security ON account_events (account_id, occurred_at, event_id)
        WHERE type <> 'report';
      CREATE INDEX account_events_reports ON account_events (account_id, occurred_at, event_id)
        WHERE type = 'report';
      CREATE INDEX audit_log_account ON audit_log (subject_id, at, seq) WHERE subject_type = 'account';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX audit_log_account, account_events_reports, account_events_security, case_events_of_account,
        refund_events_of_account, holds_judged, transactions_purchases`);
  }
}
