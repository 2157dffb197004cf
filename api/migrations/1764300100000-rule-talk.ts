import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said about one rule is found whatever the version. */
export class RuleTalk1764300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX ruleset_events_of_rule ON ruleset_events (rule_key, event_no) WHERE rule_key IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ruleset_events_of_rule');
  }
}
