import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How accounts are linked: what they share, what they hand to each other, and the rings that come of it. All of it follows
 * from decided transactions and is written by jobs, so nothing here is touched by a decision but `accounts.links`, which
 * a batch reads with the account.
 */
export class Links1764200400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What rules read of an account's links, packed.
      ALTER TABLE accounts ADD COLUMN links text NOT NULL DEFAULT '[]';

      -- Gifts and withdrawals that stand. The key makes taking one up twice harmless; folded_at is set in the
      -- transaction that takes it into the nodes of both ends.
      CREATE TABLE link_transfers (
        account_id     text COLLATE "C" NOT NULL,
        transaction_id uuid NOT NULL,
        kind           text NOT NULL CHECK (kind IN ('gift', 'withdrawal')),
        to_id          text COLLATE "C",
        amount         bigint NOT NULL CHECK (amount >= 0),
        at             timestamptz NOT NULL,
        folded_at      timestamptz,
        CONSTRAINT link_transfers_pkey PRIMARY KEY (account_id, transaction_id),
        CONSTRAINT link_transfers_to CHECK ((kind = 'withdrawal') = (to_id IS NULL))
      );
      CREATE INDEX link_transfers_waiting ON link_transfers (at, transaction_id) WHERE folded_at IS NULL;

      -- Who was seen with what. tied_at is set once it has been looked at for communities.
      CREATE TABLE link_entities (
        entity     text COLLATE "C" NOT NULL,
        account_id text COLLATE "C" NOT NULL,
        first_at   timestamptz NOT NULL,
        last_at    timestamptz NOT NULL,
        tied_at    timestamptz,
        CONSTRAINT link_entities_pkey PRIMARY KEY (entity, account_id)
      );
      CREATE INDEX link_entities_account ON link_entities (account_id);
      CREATE INDEX link_entities_waiting ON link_entities (first_at, entity, account_id) WHERE tied_at IS NULL;

      -- The bounded memory of one account, packed, with what is looked up by itself.
      CREATE TABLE link_nodes (
        account_id text COLLATE "C" PRIMARY KEY,
        state      text,
        partners   int NOT NULL DEFAULT 0,
        own_score  int NOT NULL DEFAULT 0,
        score      int NOT NULL DEFAULT 0,
        community  text COLLATE "C" NOT NULL
      ) WITH (fillfactor = 60);
      CREATE INDEX link_nodes_community ON link_nodes (community);

      -- Sums of all transfers from one account to another.
      CREATE TABLE link_edges (
        account_id text COLLATE "C" NOT NULL,
        to_id      text COLLATE "C" NOT NULL,
        transfers  int NOT NULL,
        amount     bigint NOT NULL,
        first_at   timestamptz NOT NULL,
        last_at    timestamptz NOT NULL,
        CONSTRAINT link_edges_pkey PRIMARY KEY (account_id, to_id)
      );
      -- The largest partners of either side, without reading a hot creator's million others.
      CREATE INDEX link_edges_given ON link_edges (account_id, amount DESC);
      CREATE INDEX link_edges_received ON link_edges (to_id, amount DESC);

      -- One row: which amounts are usual.
      CREATE TABLE link_profile (
        one     boolean PRIMARY KEY DEFAULT true CHECK (one),
        profile text NOT NULL
      );
      INSERT INTO link_profile (profile) VALUES ('[]');
    `);
    await runner.query(`
      CREATE TABLE rings (
        ring_id       uuid PRIMARY KEY,
        status        text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'confirmed', 'dismissed')),
        score         int NOT NULL CHECK (score BETWEEN 0 AND 1000),
        kinds         text[] NOT NULL,
        members       int NOT NULL,
        amount        bigint NOT NULL,
        center_id     text NOT NULL,
        first_at      timestamptz NOT NULL,
        last_at       timestamptz NOT NULL,
        -- The score a person saw when they judged it.
        judged_score  int,
        judged_at     timestamptz,
        judged_by     text,
        judged_reason text,
        CONSTRAINT rings_judged CHECK ((status = 'open') = (judged_at IS NULL))
      );
      CREATE INDEX rings_score ON rings (score, ring_id);
      CREATE INDEX rings_last ON rings (last_at, ring_id);

      CREATE TABLE ring_members (
        account_id text COLLATE "C" NOT NULL,
        ring_id    uuid NOT NULL REFERENCES rings ON DELETE CASCADE,
        CONSTRAINT ring_members_pkey PRIMARY KEY (account_id, ring_id)
      );
      CREATE INDEX ring_members_ring ON ring_members (ring_id);

      CREATE TABLE ring_findings (
        ring_id uuid NOT NULL REFERENCES rings ON DELETE CASCADE,
        key     text NOT NULL,
        score   int NOT NULL,
        finding json NOT NULL,
        CONSTRAINT ring_findings_pkey PRIMARY KEY (ring_id, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ring_findings, ring_members, rings, link_profile, link_edges, link_nodes, link_entities, link_transfers;
      ALTER TABLE accounts DROP COLUMN links;
    `);
  }
}
