import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scanned texts, the domains they link to, and what people said about their verdicts. */
export class Content1764200300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What rules read of an account's flagged texts, packed; it follows from content_scans.
      ALTER TABLE accounts ADD COLUMN content_history text NOT NULL DEFAULT '[]';

      CREATE TABLE content_scans (
        account_id      text COLLATE "C" NOT NULL,
        scan_id         uuid NOT NULL,
        kind            text NOT NULL CHECK (kind IN ('comment', 'message', 'name', 'bio')),
        source          text NOT NULL CHECK (source IN ('platform', 'report')),
        -- Of kind and folded text: what only differs in disguise is the same text.
        text_hash       bytea NOT NULL,
        -- The hour it was written in; the same text within it is counted, not stored again.
        hour            timestamptz NOT NULL,
        scanned_at      timestamptz NOT NULL,
        last_seen_at    timestamptz NOT NULL,
        times           int NOT NULL CHECK (times > 0),
        content_ids     text[] NOT NULL,
        recipient_ids   text[] NOT NULL,
        text            text NOT NULL,
        display_name    text,
        language        text,
        -- As it stands, a person's word included; the scan's own is beside it.
        verdict         text NOT NULL CHECK (verdict IN ('clean', 'suspect', 'scam')),
        scanned_verdict text NOT NULL CHECK (scanned_verdict IN ('clean', 'suspect', 'scam')),
        score           int NOT NULL CHECK (score BETWEEN 0 AND 1000),
        reasons         json NOT NULL,
        spans           json NOT NULL,
        links           json NOT NULL,
        scanned_chars   int NOT NULL,
        review          text CHECK (review IN ('confirmed', 'cleared')),
        CONSTRAINT content_scans_pkey PRIMARY KEY (account_id, scan_id),
        CONSTRAINT content_scans_text UNIQUE (account_id, text_hash, hour, scanned_verdict)
      );
      -- Ids are UUIDv7, so each of these is also an order of time.
      CREATE INDEX content_scans_id ON content_scans (scan_id);
      CREATE INDEX content_scans_verdict ON content_scans (verdict, scan_id);
      CREATE INDEX content_scans_kind ON content_scans (kind, scan_id);
      CREATE INDEX content_scans_flagged ON content_scans (account_id, scan_id) WHERE verdict <> 'clean';
      CREATE INDEX content_scans_reviewed ON content_scans (review, scan_id) WHERE review IS NOT NULL;
      CREATE INDEX content_scans_waiting ON content_scans (scan_id) WHERE verdict <> 'clean' AND review IS NULL;
      CREATE INDEX content_scans_same_text ON content_scans (text_hash, scan_id) WHERE scanned_verdict <> 'clean';
      CREATE INDEX content_scans_content ON content_scans USING gin (content_ids);

      -- Domains that are neither official nor allowed; flagged follows the verdict of the text.
      CREATE TABLE content_scan_domains (
        account_id text COLLATE "C" NOT NULL,
        scan_id    uuid NOT NULL,
        domain     text COLLATE "C" NOT NULL,
        flagged    boolean NOT NULL,
        CONSTRAINT content_scan_domains_pkey PRIMARY KEY (account_id, scan_id, domain)
      );
      CREATE INDEX content_scan_domains_domain ON content_scan_domains (domain, scan_id);

      -- Every word of a person about a text: labels. Append-only.
      CREATE TABLE content_reviews (
        account_id text COLLATE "C" NOT NULL,
        scan_id    uuid NOT NULL,
        review_id  uuid NOT NULL,
        action     text NOT NULL CHECK (action IN ('confirm', 'clear')),
        reason     text NOT NULL,
        at         timestamptz NOT NULL,
        by         json NOT NULL,
        CONSTRAINT content_reviews_pkey PRIMARY KEY (account_id, scan_id, review_id)
      );
      CREATE FUNCTION content_reviews_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what people said about texts is append-only' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER content_reviews_append_only BEFORE UPDATE OR DELETE ON content_reviews
        FOR EACH ROW EXECUTE FUNCTION content_reviews_are_append_only();
    `);
  }

  async down(): Promise<void> {
    throw new Error('What people said about texts is not dropped by a migration; restore a backup instead.');
  }
}
