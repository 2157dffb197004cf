import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ruleset versions, lists, and what happened around accounts outside of their transactions. */
export class Risk1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rulesets (
        version       int PRIMARY KEY CHECK (version > 0),
        status        text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'live', 'retired')),
        review_score  int NOT NULL CHECK (review_score > 0),
        decline_score int NOT NULL CHECK (decline_score > review_score),
        comment       text NOT NULL,
        created_at    timestamptz NOT NULL,
        created_by    text NOT NULL
      );
      -- Every transaction is judged by one version.
      CREATE UNIQUE INDEX rulesets_live ON rulesets (status) WHERE status = 'live';

      CREATE TABLE rules (
        version     int NOT NULL REFERENCES rulesets,
        key         text NOT NULL,
        position    int NOT NULL,
        rule_group  text NOT NULL,
        description text NOT NULL,
        kinds       text[],
        condition   text NOT NULL,
        effect      text NOT NULL CHECK (effect IN ('decline', 'review', 'score')),
        score       int NOT NULL,
        mode        text NOT NULL CHECK (mode IN ('off', 'shadow', 'live')),
        reason_code text NOT NULL,
        message     text NOT NULL,
        CONSTRAINT rules_pkey PRIMARY KEY (version, key),
        CONSTRAINT rules_position UNIQUE (version, position)
      );

      -- A version is what decisions refer to: once written only its status moves, and rules join it only before it is
      -- released.
      CREATE FUNCTION rulesets_are_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF (to_jsonb(NEW) - 'status') = (to_jsonb(OLD) - 'status') AND NEW.status <> 'draft' THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'a ruleset version is immutable';
      END $$;
      CREATE TRIGGER rulesets_immutable BEFORE UPDATE OR DELETE ON rulesets
        FOR EACH ROW EXECUTE FUNCTION rulesets_are_immutable();

      CREATE FUNCTION rules_are_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF (SELECT status FROM rulesets WHERE version = NEW.version) = 'draft' THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'the rules of a ruleset version are immutable';
      END $$;
      CREATE TRIGGER rules_immutable BEFORE INSERT OR UPDATE OR DELETE ON rules
        FOR EACH ROW EXECUTE FUNCTION rules_are_immutable();
      CREATE TRIGGER rules_not_truncated BEFORE TRUNCATE ON rules
        FOR EACH STATEMENT EXECUTE FUNCTION rules_are_immutable();
      CREATE TRIGGER rulesets_not_truncated BEFORE TRUNCATE ON rulesets
        FOR EACH STATEMENT EXECUTE FUNCTION rulesets_are_immutable();
    `);
    await runner.query(`
      CREATE TABLE list_entries (
        entry_id   uuid PRIMARY KEY,
        list       text NOT NULL CHECK (list IN ('allow', 'block', 'watch')),
        type       text NOT NULL CHECK (type IN
                   ('account', 'device', 'instrument', 'ip', 'email_domain', 'card_country', 'payout')),
        value      text NOT NULL,
        reason     text NOT NULL,
        expires_at timestamptz,
        created_at timestamptz NOT NULL,
        created_by text NOT NULL,
        CONSTRAINT list_entries_value UNIQUE (type, value, list)
      );
      CREATE INDEX list_entries_created ON list_entries (created_at, entry_id);

      CREATE TABLE account_events (
        account_id  text COLLATE "C" NOT NULL,
        event_id    uuid NOT NULL,
        type        text NOT NULL CHECK (type IN ('sign_in', 'sign_in_failed', 'credential_change', 'report')),
        occurred_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        device_id   text,
        ip          text,
        details     json NOT NULL,
        CONSTRAINT account_events_pkey PRIMARY KEY (account_id, event_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE account_events, list_entries, rules, rulesets;
      DROP FUNCTION rules_are_immutable, rulesets_are_immutable;
    `);
  }
}
