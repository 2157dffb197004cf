import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More kinds of values on lists, how they were written, and what the entries matched. */
export class Lists1764200200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE list_entries
        DROP CONSTRAINT list_entries_type_check,
        ADD CONSTRAINT list_entries_type CHECK (type IN
          ('account', 'device', 'instrument', 'ip', 'network', 'email_domain', 'web_domain', 'phrase',
           'card_country', 'payout')),
        -- As it was entered, where that is not how it is compared.
        ADD COLUMN written text;
      UPDATE list_entries SET written = value, value = host(value::inet)
       WHERE type = 'ip' AND value <> host(value::inet);

      CREATE INDEX list_entries_by_list ON list_entries (list, created_at, entry_id);
      CREATE INDEX list_entries_by_type ON list_entries (type, created_at, entry_id);
      CREATE INDEX list_entries_search ON list_entries (lower(value) text_pattern_ops);

      -- The latest decisions and scans that an entry matched; older ones are only counted.
      CREATE TABLE list_hits (
        hit_id     uuid PRIMARY KEY,
        entry_id   uuid NOT NULL REFERENCES list_entries ON DELETE CASCADE,
        source_id  uuid NOT NULL,
        kind       text NOT NULL CHECK (kind IN ('transaction', 'scan')),
        account_id text COLLATE "C" NOT NULL,
        outcome    text NOT NULL,
        at         timestamptz NOT NULL,
        -- An announcement handled twice counts once.
        CONSTRAINT list_hits_once UNIQUE (entry_id, source_id)
      );
      CREATE INDEX list_hits_latest ON list_hits (entry_id, at, hit_id);

      CREATE TABLE list_hit_days (
        entry_id uuid NOT NULL REFERENCES list_entries ON DELETE CASCADE,
        day      date NOT NULL,
        hits     int NOT NULL CHECK (hits > 0),
        last_at  timestamptz NOT NULL,
        CONSTRAINT list_hit_days_pkey PRIMARY KEY (entry_id, day)
      );
    `);
    await runner.query("UPDATE reference_versions SET version = version + 1 WHERE name = 'lists'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE list_hit_days, list_hits;
      DROP INDEX list_entries_by_list, list_entries_by_type, list_entries_search;
      DELETE FROM list_entries WHERE type IN ('network', 'web_domain', 'phrase');
      ALTER TABLE list_entries
        DROP COLUMN written,
        DROP CONSTRAINT list_entries_type,
        ADD CONSTRAINT list_entries_type_check CHECK (type IN
          ('account', 'device', 'instrument', 'ip', 'email_domain', 'card_country', 'payout'));
    `);
  }
}
