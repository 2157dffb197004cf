import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Packages that change by versions and are sold for a time, and who set which price why. */
export class PackageVersions1764301100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a package holds is never changed, only followed by the next version. Of those begun, the last begun holds.
      CREATE TABLE package_versions (
        package_id  text NOT NULL REFERENCES packages,
        version     int NOT NULL CHECK (version > 0),
        name        text NOT NULL,
        tier        text NOT NULL CHECK (tier IN ('small', 'medium', 'large')),
        coins       bigint NOT NULL CHECK (coins > 0),
        bonus_coins bigint NOT NULL CHECK (bonus_coins >= 0),
        position    int NOT NULL,
        valid_from  timestamptz NOT NULL,
        created_at  timestamptz NOT NULL,
        -- Null for what came with the installation or an imported file.
        created_by  text,
        reason      text,
        PRIMARY KEY (package_id, version)
      );
      INSERT INTO package_versions (package_id, version, name, tier, coins, bonus_coins, position, valid_from, created_at)
      SELECT package_id, 1, name, tier, coins, bonus_coins, position, ${SOLD_SINCE}, created_at FROM packages;

      -- Without a start it is a draft; between start and end it is on sale.
      ALTER TABLE packages ADD COLUMN sale_from timestamptz, ADD COLUMN sale_until timestamptz;
      UPDATE packages SET sale_from = CASE WHEN status <> 'draft' THEN ${SOLD_SINCE} END,
                          sale_until = CASE WHEN status = 'retired' THEN now() END;
      ALTER TABLE packages DROP COLUMN name, DROP COLUMN tier, DROP COLUMN coins, DROP COLUMN bonus_coins,
                           DROP COLUMN position, DROP COLUMN status;

      ALTER TABLE price_points ADD COLUMN created_at timestamptz, ADD COLUMN created_by text, ADD COLUMN reason text,
                               ADD COLUMN ended_by text, ADD COLUMN end_reason text;
      UPDATE price_points SET created_at = least(valid_from, now());
      ALTER TABLE price_points ALTER COLUMN created_at SET NOT NULL;
      CREATE INDEX price_points_sku_apple ON price_points (sku_apple) WHERE sku_apple IS NOT NULL;
      CREATE INDEX price_points_sku_google ON price_points (sku_google) WHERE sku_google IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX price_points_sku_apple, price_points_sku_google;
      ALTER TABLE price_points DROP COLUMN created_at, DROP COLUMN created_by, DROP COLUMN reason,
                               DROP COLUMN ended_by, DROP COLUMN end_reason;
      ALTER TABLE packages ADD COLUMN name text, ADD COLUMN tier text, ADD COLUMN coins bigint,
                           ADD COLUMN bonus_coins bigint NOT NULL DEFAULT 0, ADD COLUMN position int,
                           ADD COLUMN status text NOT NULL DEFAULT 'on_sale';
      UPDATE packages p SET name = v.name, tier = v.tier, coins = v.coins, bonus_coins = v.bonus_coins,
             position = v.position, status = CASE WHEN sale_from IS NULL OR sale_from > now() THEN 'draft'
                                                  WHEN sale_until <= now() THEN 'retired' ELSE 'on_sale' END
      FROM (SELECT DISTINCT ON (package_id) * FROM package_versions
            ORDER BY package_id, valid_from <= now() DESC, valid_from DESC, version DESC) AS v
      WHERE v.package_id = p.package_id;
      ALTER TABLE packages ALTER COLUMN name SET NOT NULL, ALTER COLUMN tier SET NOT NULL,
                           ALTER COLUMN coins SET NOT NULL, ALTER COLUMN position SET NOT NULL,
                           ADD CHECK (tier IN ('small', 'medium', 'large')), ADD CHECK (coins > 0),
                           ADD CHECK (bonus_coins >= 0), ADD CHECK (status IN ('draft', 'on_sale', 'retired')),
                           DROP COLUMN sale_from, DROP COLUMN sale_until;
      DROP TABLE package_versions;
    `);
  }
}

/** What is there was sold from its first price on, for all anybody knows. */
const SOLD_SINCE = `least(created_at, (SELECT min(pp.valid_from) FROM price_points pp
                                       WHERE pp.package_id = packages.package_id))`;
