import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ruleset versions with a life before and after being live, who owns a rule, and what a version in shadow would do. */
export class Rules1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A version can be written only while it is a draft. From then on only its status and what is known of its release
      -- move, and it never becomes a draft again.
      CREATE OR REPLACE FUNCTION rulesets_are_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF (NEW.version, NEW.base_version, NEW.created_at, NEW.created_by)
             IS NOT DISTINCT FROM (OLD.version, OLD.base_version, OLD.created_at, OLD.created_by)
             AND (OLD.status = 'draft' OR NEW.status <> 'draft' AND
                  (NEW.review_score, NEW.decline_score, NEW.comment, NEW.revision, NEW.content_hash)
                  IS NOT DISTINCT FROM
                  (OLD.review_score, OLD.decline_score, OLD.comment, OLD.revision, OLD.content_hash)) THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'a ruleset version is immutable';
      END $$;

      ALTER TABLE rulesets
        DROP CONSTRAINT rulesets_status_check,
        ADD CONSTRAINT rulesets_status CHECK (status IN ('draft', 'validated', 'shadow', 'pending_approval',
          'scheduled', 'live', 'retired', 'rejected', 'withdrawn')),
        -- The version it was copied from.
        ADD COLUMN base_version int REFERENCES rulesets,
        -- Counts the changes of a draft: who saves names the one they saw.
        ADD COLUMN revision     int NOT NULL DEFAULT 1,
        -- Everyone who wrote any of what is not approved yet, or submitted it: none of them approves it.
        ADD COLUMN authors      text[] NOT NULL DEFAULT '{}',
        -- Of everything that decides, taken when it was validated.
        ADD COLUMN content_hash text,
        ADD COLUMN changed_at   timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN release_at   timestamptz,
        -- The live version that the approval was given to replace.
        ADD COLUMN replaces     int,
        ADD COLUMN approved_by  text,
        -- When it last became live.
        ADD COLUMN released_at  timestamptz;
      UPDATE rulesets SET changed_at = created_at,
                          released_at = CASE WHEN status <> 'draft' THEN created_at END;
      CREATE UNIQUE INDEX rulesets_shadow ON rulesets (status) WHERE status = 'shadow';
      CREATE INDEX rulesets_due ON rulesets (release_at) WHERE status = 'scheduled';

      CREATE OR REPLACE FUNCTION rules_are_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'TRUNCATE' THEN
          IF (SELECT status FROM rulesets WHERE version = coalesce(NEW.version, OLD.version)) = 'draft'
             AND (TG_OP <> 'UPDATE' OR (NEW.version, NEW.key) = (OLD.version, OLD.key)) THEN
            RETURN coalesce(NEW, OLD);
          END IF;
        END IF;
        RAISE EXCEPTION 'the rules of a ruleset version are immutable';
      END $$;
      ALTER TABLE rules
        ADD COLUMN revision   int NOT NULL DEFAULT 1,
        ADD COLUMN changed_at timestamptz,
        ADD COLUMN changed_by text;
      CREATE INDEX rules_by_key ON rules (key, version);

      -- Who answers for a rule, whatever the version.
      CREATE TABLE rule_owners (
        rule_key text PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES staff,
        since    timestamptz NOT NULL
      );

      -- What happened to a version, and what was said about it or one of its rules. Append-only, in this order.
      CREATE TABLE ruleset_events (
        event_no   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        version    int NOT NULL REFERENCES rulesets,
        kind       text NOT NULL,
        rule_key   text,
        at         timestamptz NOT NULL,
        actor_type text NOT NULL CHECK (actor_type IN ('staff', 'system')),
        actor_id   text NOT NULL,
        note       text,
        details    json NOT NULL
      );
      CREATE INDEX ruleset_events_of_version ON ruleset_events (version, event_no);
      CREATE FUNCTION ruleset_events_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what happened to a ruleset version is not rewritten';
      END $$;
      CREATE TRIGGER ruleset_events_final BEFORE UPDATE OR DELETE ON ruleset_events
        FOR EACH ROW EXECUTE FUNCTION ruleset_events_are_final();
    `);
    await runner.query(`
      -- How often the version in shadow agreed with the live one: appended once per batch, folded into hours by a job.
      CREATE TABLE shadow_tallies (
        tally_id     uuid PRIMARY KEY,
        version      int NOT NULL,
        at           timestamptz NOT NULL,
        live_outcome text NOT NULL,
        outcome      text NOT NULL,
        decisions    int NOT NULL
      );
      CREATE TABLE shadow_hours (
        version      int NOT NULL,
        hour         timestamptz NOT NULL,
        live_outcome text NOT NULL,
        outcome      text NOT NULL,
        decisions    bigint NOT NULL,
        CONSTRAINT shadow_hours_pkey PRIMARY KEY (version, hour, live_outcome, outcome)
      );

      -- Decisions it would have taken otherwise: some of each batch, the newest of each version.
      CREATE TABLE shadow_decisions (
        account_id     text COLLATE "C" NOT NULL,
        transaction_id uuid NOT NULL,
        version        int NOT NULL,
        live_outcome   text NOT NULL,
        outcome        text NOT NULL,
        live_score     int NOT NULL,
        score          int NOT NULL,
        -- Keys of its rules that fired with effect.
        fired          text[] NOT NULL,
        CONSTRAINT shadow_decisions_pkey PRIMARY KEY (account_id, transaction_id, version)
      );
      CREATE INDEX shadow_decisions_newest ON shadow_decisions (version, transaction_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE shadow_decisions, shadow_hours, shadow_tallies, ruleset_events, rule_owners;
      DROP FUNCTION ruleset_events_are_final;
      DROP INDEX rules_by_key, rulesets_due, rulesets_shadow;
      ALTER TABLE rules DROP COLUMN revision, DROP COLUMN changed_at, DROP COLUMN changed_by;
      ALTER TABLE rulesets
        DROP COLUMN base_version, DROP COLUMN revision, DROP COLUMN authors, DROP COLUMN content_hash,
        DROP COLUMN changed_at, DROP COLUMN release_at, DROP COLUMN replaces, DROP COLUMN approved_by,
        DROP COLUMN released_at, DROP CONSTRAINT rulesets_status,
        ADD CONSTRAINT rulesets_status_check CHECK (status IN ('draft', 'live', 'retired')) NOT VALID;
    `);
    await runner.query(`
      CREATE OR REPLACE FUNCTION rulesets_are_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF (to_jsonb(NEW) - 'status') = (to_jsonb(OLD) - 'status') AND NEW.status <> 'draft' THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'a ruleset version is immutable';
      END $$;
      CREATE OR REPLACE FUNCTION rules_are_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF (SELECT status FROM rulesets WHERE version = NEW.version) = 'draft' THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'the rules of a ruleset version are immutable';
      END $$;
    `);
  }
}
