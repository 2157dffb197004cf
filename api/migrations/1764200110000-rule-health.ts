import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How rules fare: sums of what fired, kept beside those of the dashboard, and what was learned about it since. */
export class RuleHealth1764200110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By bucket, as report_sums. An empty key counts every transaction rules were asked about.
      CREATE TABLE report_rules (
        width_seconds int NOT NULL,
        bucket_at     timestamptz NOT NULL,
        version       int NOT NULL,
        kind          text NOT NULL,
        rule_key      text NOT NULL,
        mode          text NOT NULL,
        fired         bigint NOT NULL,
        failed        bigint NOT NULL,
        CONSTRAINT report_rules_pkey PRIMARY KEY (width_seconds, bucket_at, version, kind, rule_key, mode)
      );

      -- Labelled transactions a rule fired on, by the day they were decided on (UTC); always computed as a whole day.
      CREATE TABLE rule_label_days (
        day      date NOT NULL,
        rule_key text NOT NULL,
        fraud    int NOT NULL,
        good     int NOT NULL,
        CONSTRAINT rule_label_days_pkey PRIMARY KEY (day, rule_key)
      );

      -- Hours that were summed before there were sums of rules are summed again.
      INSERT INTO report_marks (width_seconds, bucket_at)
      SELECT DISTINCT 3600, bucket_at FROM report_sums WHERE width_seconds = 3600 ON CONFLICT DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE report_rules, rule_label_days');
  }
}
