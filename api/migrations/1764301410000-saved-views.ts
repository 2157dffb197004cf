import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters and order of a list under a name, for oneself or for everybody, and which of them a person's list begins with. */
export class SavedViews1764301410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_views (
        view_id    uuid PRIMARY KEY,
        owner_id   uuid NOT NULL REFERENCES staff,
        resource   text NOT NULL,
        name       text NOT NULL,
        query      json NOT NULL,
        shared     boolean NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX saved_views_name ON saved_views (owner_id, resource, lower(name));
      CREATE INDEX saved_views_shared ON saved_views (resource) WHERE shared;

      CREATE TABLE saved_view_defaults (
        staff_id uuid NOT NULL REFERENCES staff,
        resource text NOT NULL,
        view_id  uuid NOT NULL REFERENCES saved_views ON DELETE CASCADE,
        CONSTRAINT saved_view_defaults_pkey PRIMARY KEY (staff_id, resource)
      );
      CREATE INDEX saved_view_defaults_view ON saved_view_defaults (view_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_view_defaults, saved_views');
  }
}
