import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts, wallets, the ledger and the catalogue. Every hot table leads its keys with `account_id`, so that it can be
 * sharded by account. Rows that grow with traffic are append-only; the few that change (`wallets`, `velocity`) are one
 * row per entity, updated at most once per batch and never in an indexed column, so the updates stay heap-only.
 */
export class Economy1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts (
        account_id            text COLLATE "C" PRIMARY KEY,
        created_at            timestamptz NOT NULL,
        country               text NOT NULL,
        time_zone             text NOT NULL,
        age_band              text NOT NULL CHECK (age_band IN ('under13', '13-15', '16-17', 'adult', 'unknown')),
        creator               boolean NOT NULL,
        display_name          text,
        email                 text,
        guardian_account_id   text,
        status                text NOT NULL DEFAULT 'active'
                              CHECK (status IN ('active', 'restricted', 'suspended', 'closed')),
        excluded_until        timestamptz,
        credential_changed_at timestamptz,
        sign_in_failures      int NOT NULL DEFAULT 0,
        updated_at            timestamptz NOT NULL DEFAULT now()
      );
      -- Staff search an account by a fragment of its e-mail or by the start of its name.
      CREATE INDEX accounts_email ON accounts (lower(email) text_pattern_ops) WHERE email IS NOT NULL;
      CREATE INDEX accounts_name ON accounts (lower(display_name) text_pattern_ops) WHERE display_name IS NOT NULL;
      CREATE INDEX accounts_created ON accounts (created_at, account_id);
      CREATE INDEX accounts_not_active ON accounts (status, account_id) WHERE status <> 'active';

      -- The projection of the ledger: posted balances, the open lots in burn order, the diamonds still maturing, the
      -- limit usage and the velocity of the account, packed so that one update per batch writes them all.
      CREATE TABLE wallets (
        account_id    text COLLATE "C" PRIMARY KEY REFERENCES accounts,
        paid          bigint NOT NULL DEFAULT 0 CHECK (paid >= 0),
        bonus         bigint NOT NULL DEFAULT 0 CHECK (bonus >= 0),
        earned        bigint NOT NULL DEFAULT 0 CHECK (earned >= 0),
        held          bigint NOT NULL DEFAULT 0 CHECK (held BETWEEN 0 AND paid + bonus + earned),
        diamonds      bigint NOT NULL DEFAULT 0 CHECK (diamonds >= 0),
        diamonds_held bigint NOT NULL DEFAULT 0 CHECK (diamonds_held BETWEEN 0 AND diamonds),
        debt_coins    bigint NOT NULL DEFAULT 0 CHECK (debt_coins >= 0),
        lots          text NOT NULL DEFAULT '[]',
        maturing      text NOT NULL DEFAULT '[]',
        usage         text NOT NULL DEFAULT '[]',
        velocity      text NOT NULL DEFAULT '[]'
      ) WITH (fillfactor = 60);

      -- One row per decided transaction, with its request, its decision and what it moved.
      CREATE TABLE transactions (
        account_id      text COLLATE "C" NOT NULL,
        transaction_id  uuid NOT NULL,
        idempotency_key text NOT NULL,
        request_hash    bytea NOT NULL,
        kind            text NOT NULL,
        outcome         text NOT NULL,
        status          text NOT NULL,
        score           int NOT NULL,
        coins           bigint NOT NULL,
        diamonds        bigint NOT NULL,
        amount_minor    bigint,
        currency        text,
        counterparty_id text,
        ruleset_version int NOT NULL,
        occurred_at     timestamptz NOT NULL,
        decided_at      timestamptz NOT NULL,
        request         json NOT NULL,
        decision        json NOT NULL,
        CONSTRAINT transactions_pkey PRIMARY KEY (account_id, transaction_id),
        CONSTRAINT transactions_idempotency UNIQUE (account_id, idempotency_key)
      );
      -- Ids are UUIDv7, so this is also the order of time: newest-first lists and look-ups by id alone.
      CREATE INDEX transactions_id ON transactions (transaction_id);
      CREATE INDEX transactions_held ON transactions (transaction_id) WHERE status = 'held';
      CREATE INDEX transactions_refused ON transactions (outcome, transaction_id) WHERE outcome <> 'approve';

      -- Double entry: postings are [ledger account, unit, signed amount, lot id | null] and sum to zero per unit.
      CREATE TABLE journal_entries (
        account_id     text COLLATE "C" NOT NULL,
        transaction_id uuid NOT NULL,
        entry_no       smallint NOT NULL,
        kind           text NOT NULL,
        posted_at      timestamptz NOT NULL,
        postings       json NOT NULL,
        CONSTRAINT journal_entries_pkey PRIMARY KEY (account_id, transaction_id, entry_no)
      );

      -- What was granted, once; what is left of it stands in the wallet and follows from the movements.
      CREATE TABLE coin_lots (
        account_id     text COLLATE "C" NOT NULL,
        lot_id         uuid NOT NULL,
        kind           text NOT NULL CHECK (kind IN ('paid', 'bonus', 'earned')),
        granted        bigint NOT NULL CHECK (granted > 0),
        granted_at     timestamptz NOT NULL,
        expires_at     timestamptz,
        transaction_id uuid NOT NULL,
        CONSTRAINT coin_lots_pkey PRIMARY KEY (account_id, lot_id)
      );

      -- Provenance from a lot to whatever consumed it. reason: spent | expired | voided | clawed.
      CREATE TABLE lot_movements (
        account_id     text COLLATE "C" NOT NULL,
        lot_id         uuid NOT NULL,
        transaction_id uuid NOT NULL,
        entry_no       smallint NOT NULL,
        reason         text NOT NULL,
        coins          bigint NOT NULL CHECK (coins > 0),
        CONSTRAINT lot_movements_pkey PRIMARY KEY (account_id, lot_id, transaction_id, entry_no)
      );

      -- One lot per gift received, on the creator's side; lot_id is the gift's transaction id.
      CREATE TABLE diamond_lots (
        account_id        text COLLATE "C" NOT NULL,
        matures_at        timestamptz NOT NULL,
        lot_id            uuid NOT NULL,
        source_account_id text NOT NULL,
        granted           bigint NOT NULL CHECK (granted > 0),
        remaining         bigint NOT NULL CHECK (remaining BETWEEN 0 AND granted),
        CONSTRAINT diamond_lots_pkey PRIMARY KEY (account_id, matures_at, lot_id)
      );
      CREATE TABLE diamond_movements (
        account_id     text COLLATE "C" NOT NULL,
        transaction_id uuid NOT NULL,
        lot_id         uuid NOT NULL,
        reason         text NOT NULL,
        diamonds       bigint NOT NULL CHECK (diamonds > 0),
        CONSTRAINT diamond_movements_pkey PRIMARY KEY (account_id, transaction_id, lot_id)
      );

      -- Coins, diamonds or a fresh credit reserved until a person, a capture or the clock ends the hold, exactly once.
      CREATE TABLE holds (
        account_id     text COLLATE "C" NOT NULL,
        transaction_id uuid NOT NULL,
        purpose        text NOT NULL CHECK (purpose IN ('review', 'capture')),
        captured       boolean NOT NULL,
        coins          bigint NOT NULL,
        diamonds       bigint NOT NULL,
        lots           json NOT NULL,
        expires_at     timestamptz NOT NULL,
        ended_at       timestamptz,
        ended_by       text CHECK (ended_by IN ('released', 'captured', 'declined', 'voided', 'expired')),
        CONSTRAINT holds_pkey PRIMARY KEY (account_id, transaction_id),
        CONSTRAINT holds_end CHECK ((ended_at IS NULL) = (ended_by IS NULL))
      );
      CREATE INDEX holds_open ON holds (expires_at) WHERE ended_at IS NULL;

      -- One payment buys once, whoever uses its reference again.
      CREATE TABLE payment_references (
        provider       text NOT NULL,
        reference      text NOT NULL,
        account_id     text NOT NULL,
        transaction_id uuid NOT NULL,
        CONSTRAINT payment_references_pkey PRIMARY KEY (provider, reference)
      );

      -- Counts, sums and distinct counts of a device, instrument, IP or sender–recipient pair, packed as time buckets.
      CREATE TABLE velocity (
        entity text COLLATE "C" PRIMARY KEY,
        state  text NOT NULL
      ) WITH (fillfactor = 60);

      -- What happened and has not been told yet: written with the fact, relayed to the queue after the commit.
      CREATE TABLE outbox (
        outbox_id  uuid PRIMARY KEY,
        topic      text NOT NULL,
        payload    json NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      -- Reference data the decision path keeps in memory; a batch reads these numbers and reloads what changed.
      CREATE TABLE reference_versions (
        name    text PRIMARY KEY,
        version bigint NOT NULL DEFAULT 1
      );
      INSERT INTO reference_versions (name)
      VALUES ('catalogue'), ('promotions'), ('policies'), ('ruleset'), ('lists');
    `);
    await runner.query(`
      CREATE TABLE packages (
        package_id  text PRIMARY KEY,
        name        text NOT NULL,
        tier        text NOT NULL CHECK (tier IN ('small', 'medium', 'large')),
        coins       bigint NOT NULL CHECK (coins > 0),
        bonus_coins bigint NOT NULL DEFAULT 0 CHECK (bonus_coins >= 0),
        position    int NOT NULL,
        status      text NOT NULL DEFAULT 'on_sale' CHECK (status IN ('draft', 'on_sale', 'retired')),
        created_at  timestamptz NOT NULL DEFAULT now()
      );
      -- A price is never changed, only followed by the next version. Region is a country or '*' for the rest.
      CREATE TABLE price_points (
        price_point_id uuid PRIMARY KEY,
        package_id     text NOT NULL REFERENCES packages,
        currency       text NOT NULL,
        region         text NOT NULL,
        version        int NOT NULL,
        amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
        sku_apple      text,
        sku_google     text,
        valid_from     timestamptz NOT NULL,
        valid_until    timestamptz,
        CONSTRAINT price_points_version UNIQUE (package_id, currency, region, version)
      );
      CREATE TABLE gifts (
        gift_id  text PRIMARY KEY,
        name     text NOT NULL,
        coins    bigint NOT NULL CHECK (coins > 0),
        position int NOT NULL,
        status   text NOT NULL DEFAULT 'on_sale' CHECK (status IN ('on_sale', 'retired'))
      );
      CREATE TABLE promotions (
        promotion_id     text PRIMARY KEY,
        name             text NOT NULL,
        code             text UNIQUE,
        effect           text NOT NULL CHECK (effect IN ('bonus_percent', 'bonus_coins', 'price_discount_percent')),
        value            bigint NOT NULL CHECK (value > 0),
        package_ids      text[] NOT NULL,
        starts_at        timestamptz NOT NULL,
        ends_at          timestamptz NOT NULL CHECK (ends_at > starts_at),
        time_zone        text NOT NULL,
        budget_coins     bigint CHECK (budget_coins >= 0),
        uses_per_account int CHECK (uses_per_account > 0),
        priority         int NOT NULL DEFAULT 0,
        status           text NOT NULL
                         CHECK (status IN ('draft', 'pending_approval', 'scheduled', 'active', 'paused', 'ended'))
      );
      -- What a promotion has given so far; locked by the batch that gives more, so no cap is ever passed.
      CREATE TABLE promotion_counters (
        promotion_id  text PRIMARY KEY REFERENCES promotions,
        granted_coins bigint NOT NULL DEFAULT 0,
        uses          bigint NOT NULL DEFAULT 0
      );
      CREATE TABLE promotion_uses (
        account_id   text COLLATE "C" NOT NULL,
        promotion_id text NOT NULL,
        uses         int NOT NULL,
        CONSTRAINT promotion_uses_pkey PRIMARY KEY (account_id, promotion_id)
      );
      -- A captured purchase that may not stand owes its money back; the workflow that pays it follows from here.
      CREATE TABLE refunds (
        account_id     text COLLATE "C" NOT NULL,
        refund_id      uuid NOT NULL,
        transaction_id uuid NOT NULL,
        amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
        currency       text NOT NULL,
        reason         text NOT NULL,
        status         text NOT NULL DEFAULT 'requested',
        requested_at   timestamptz NOT NULL,
        CONSTRAINT refunds_pkey PRIMARY KEY (account_id, refund_id)
      );
      CREATE UNIQUE INDEX refunds_automatic ON refunds (account_id, transaction_id)
        WHERE reason IN ('purchase_declined', 'review_declined', 'review_expired');
      CREATE INDEX refunds_id ON refunds (refund_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The ledger is not dropped by a migration; restore a backup instead.');
  }
}
