import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff write about accounts. */
export class AccountNotes1764301500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The words never change; a note that was taken back stays here and is shown no more.
      CREATE TABLE account_notes (
        account_id   text COLLATE "C" NOT NULL REFERENCES accounts,
        note_id      uuid NOT NULL,
        text         text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
        author_id    uuid NOT NULL REFERENCES staff,
        created_at   timestamptz NOT NULL,
        pinned       boolean NOT NULL,
        retracted_at timestamptz,
        retracted_by uuid REFERENCES staff,
        CONSTRAINT account_notes_pkey PRIMARY KEY (account_id, note_id),
        CONSTRAINT account_notes_retracted CHECK ((retracted_at IS NULL) = (retracted_by IS NULL))
      );
      -- Ids are made by whoever writes, so that a note sent twice is one; an action names nothing else.
      CREATE UNIQUE INDEX account_notes_id ON account_notes (note_id);
      CREATE INDEX account_notes_standing ON account_notes (account_id, created_at, note_id)
        WHERE retracted_at IS NULL;
      CREATE INDEX account_notes_author ON account_notes (author_id, note_id);

      CREATE FUNCTION account_notes_keep_their_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - '{pinned,retracted_at,retracted_by}'::text[])
                              = (to_jsonb(OLD) - '{pinned,retracted_at,retracted_by}'::text[]) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'notes on accounts keep their words' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER account_notes_unchanged BEFORE UPDATE OR DELETE ON account_notes
        FOR EACH ROW EXECUTE FUNCTION account_notes_keep_their_words();
    `);
  }

  async down(): Promise<void> {
    throw new Error(
      'What staff wrote about accounts is not dropped by a migration; restore a backup instead.',
    );
  }
}
