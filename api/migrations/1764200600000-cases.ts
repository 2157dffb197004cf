import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases with their alerts, decisions and appeals, and the queues, policies and macros they are worked by. */
export class Cases1764200600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_queues (
        queue_id              text PRIMARY KEY,
        name                  text NOT NULL,
        position              int NOT NULL,
        skill                 text,
        kinds                 text[] NOT NULL,
        languages             text[] NOT NULL,
        min_score             int NOT NULL,
        min_value_usd_minor   bigint NOT NULL CHECK (min_value_usd_minor >= 0),
        sla_minutes           int NOT NULL CHECK (sla_minutes > 0),
        lease_seconds         int NOT NULL CHECK (lease_seconds > 0),
        sample_permille       int NOT NULL CHECK (sample_permille BETWEEN 0 AND 1000),
        second_look_usd_minor bigint CHECK (second_look_usd_minor >= 0),
        changed_at            timestamptz NOT NULL,
        CONSTRAINT case_queues_position UNIQUE (position) DEFERRABLE
      );

      -- What a person can be handed; whoever has no row is handed everything.
      CREATE TABLE case_reviewers (
        staff_id   text PRIMARY KEY,
        skills     text[] NOT NULL,
        languages  text[] NOT NULL,
        changed_at timestamptz NOT NULL
      );

      CREATE TABLE cases (
        account_id        text COLLATE "C" NOT NULL,
        case_id           uuid NOT NULL,
        queue_id          text NOT NULL REFERENCES case_queues,
        origin            text NOT NULL CHECK (origin IN ('review', 'sample')),
        status            text NOT NULL CHECK (status IN
                          ('open', 'snoozed', 'escalated', 'second_look', 'decided', 'closed', 'merged', 'appealed')),
        -- Counts every change, so that a decision can name the state it was taken on.
        revision          int NOT NULL DEFAULT 1,
        opened_at         timestamptz NOT NULL,
        changed_at        timestamptz NOT NULL,
        kinds             text[] NOT NULL,
        language          text,
        alerts            int NOT NULL,
        live_alerts       int NOT NULL,
        score             int NOT NULL,
        value_usd_minor   bigint NOT NULL,
        urgency           int NOT NULL,
        work_by           timestamptz NOT NULL,
        due_at            timestamptz NOT NULL,
        -- A lease that has run out stands here until somebody else takes the case or its holder goes on.
        claimed_by        json,
        claimed_at        timestamptz,
        lease_until       timestamptz,
        assigned_to       json,
        snoozed_until     timestamptz,
        -- Staff who may not decide it: who decided, proposed or confirmed what it is about.
        barred            text[] NOT NULL DEFAULT '{}',
        -- The case of the same account and queue that was decided shortly before this one came up.
        earlier_case_id   uuid,
        merged_into       uuid,
        sample_of         uuid,
        sample_decision_no int,
        decision_no       int NOT NULL DEFAULT 0,
        verdict           text CHECK (verdict IN ('confirmed', 'cleared', 'inconclusive')),
        decided_at        timestamptz,
        decided_by        json,
        CONSTRAINT cases_pkey PRIMARY KEY (account_id, case_id),
        CONSTRAINT cases_lease CHECK ((claimed_by IS NULL) = (lease_until IS NULL)),
        CONSTRAINT cases_sample CHECK ((origin = 'sample') = (sample_of IS NOT NULL))
      );
      CREATE UNIQUE INDEX cases_gathering ON cases (account_id, queue_id)
        WHERE origin = 'review' AND status IN ('open', 'snoozed', 'escalated', 'second_look');
      CREATE INDEX cases_id ON cases (case_id);
      -- The next case of a queue, and of a person whom it was given to.
      CREATE INDEX cases_next ON cases (queue_id, work_by, case_id)
        WHERE status IN ('open', 'escalated', 'second_look', 'appealed');
      CREATE INDEX cases_assigned ON cases ((assigned_to ->> 'id'), work_by, case_id) WHERE assigned_to IS NOT NULL;
      CREATE INDEX cases_claimed ON cases ((claimed_by ->> 'id'), case_id) WHERE claimed_by IS NOT NULL;
      CREATE INDEX cases_snoozed ON cases (snoozed_until) WHERE status = 'snoozed';
      CREATE INDEX cases_idle ON cases (case_id) WHERE live_alerts = 0
        AND decision_no = 0 AND status IN ('open', 'snoozed', 'escalated') AND origin = 'review';
      CREATE INDEX cases_status ON cases (status, case_id);
      CREATE INDEX cases_work_by ON cases (work_by, case_id);
      CREATE INDEX cases_due ON cases (due_at, case_id);
      CREATE INDEX cases_value ON cases (value_usd_minor, case_id);
      CREATE INDEX cases_decided ON cases (decided_at, case_id) WHERE decided_at IS NOT NULL;
      CREATE INDEX cases_samples ON cases (sample_of) WHERE sample_of IS NOT NULL;

      CREATE TABLE case_alerts (
        account_id      text COLLATE "C" NOT NULL,
        alert_id        uuid NOT NULL,
        case_id         uuid NOT NULL,
        kind            text NOT NULL CHECK (kind IN
                        ('transaction', 'content', 'report', 'ring', 'security', 'free_coins')),
        key             text NOT NULL,
        score           int NOT NULL CHECK (score BETWEEN 0 AND 1000),
        reason          json NOT NULL,
        reason_code     text NOT NULL,
        value_usd_minor bigint NOT NULL CHECK (value_usd_minor >= 0),
        raised_at       timestamptz NOT NULL,
        due_at          timestamptz,
        transaction_id  uuid,
        scan_id         text,
        language        text,
        resolved_at     timestamptz,
        resolution      text,
        CONSTRAINT case_alerts_pkey PRIMARY KEY (account_id, alert_id),
        CONSTRAINT case_alerts_key UNIQUE (account_id, kind, key),
        CONSTRAINT case_alerts_resolution CHECK ((resolved_at IS NULL) = (resolution IS NULL))
      );
      CREATE INDEX case_alerts_case ON case_alerts (case_id, alert_id);
      CREATE INDEX case_alerts_id ON case_alerts (alert_id);
      CREATE INDEX case_alerts_reason ON case_alerts (reason_code, alert_id);
      -- Held transactions whose end is waited for.
      CREATE INDEX case_alerts_waiting ON case_alerts (alert_id) WHERE kind = 'transaction' AND resolved_at IS NULL;

      -- What happened to a case, in order. Append-only.
      CREATE TABLE case_events (
        account_id text COLLATE "C" NOT NULL,
        case_id    uuid NOT NULL,
        event_no   int NOT NULL,
        kind       text NOT NULL,
        at         timestamptz NOT NULL,
        actor      json NOT NULL,
        text       text,
        details    json NOT NULL,
        CONSTRAINT case_events_pkey PRIMARY KEY (account_id, case_id, event_no)
      );

      CREATE TABLE case_decisions (
        account_id     text COLLATE "C" NOT NULL,
        case_id        uuid NOT NULL,
        decision_no    int NOT NULL,
        status         text NOT NULL CHECK (status IN ('proposed', 'final', 'sent_back', 'reversed')),
        verdict        text NOT NULL CHECK (verdict IN ('confirmed', 'cleared', 'inconclusive')),
        policy_code    text NOT NULL,
        policy_version int NOT NULL,
        macro_id       text,
        macro_version  int,
        note           text,
        measures       json NOT NULL,
        -- What each measure did, so that an appeal can undo exactly that.
        effects        json NOT NULL,
        value_usd_minor bigint NOT NULL,
        -- It takes something from the account, so it can be appealed.
        adverse        boolean NOT NULL,
        decided_by     json NOT NULL,
        decided_at     timestamptz NOT NULL,
        claimed_at     timestamptz,
        confirmed_by   json,
        confirmed_at   timestamptz,
        reversed_at    timestamptz,
        CONSTRAINT case_decisions_pkey PRIMARY KEY (account_id, case_id, decision_no)
      );
      CREATE INDEX case_decisions_case ON case_decisions (case_id, decision_no);
      CREATE INDEX case_decisions_time ON case_decisions (decided_at);

      CREATE TABLE case_appeals (
        account_id   text COLLATE "C" NOT NULL,
        appeal_id    uuid NOT NULL,
        case_id      uuid NOT NULL,
        decision_no  int NOT NULL,
        status       text NOT NULL CHECK (status IN ('open', 'granted', 'denied')),
        statement    text NOT NULL,
        opened_by    json NOT NULL,
        opened_at    timestamptz NOT NULL,
        due_at       timestamptz NOT NULL,
        decided_by   json,
        decided_at   timestamptz,
        answer       text,
        undone       json,
        CONSTRAINT case_appeals_pkey PRIMARY KEY (account_id, appeal_id),
        -- A decision is appealed once.
        CONSTRAINT case_appeals_decision UNIQUE (account_id, case_id, decision_no)
      );
      CREATE INDEX case_appeals_id ON case_appeals (appeal_id);
      CREATE INDEX case_appeals_case ON case_appeals (case_id);

      -- What people's decisions say about transactions: labels that rules are tested against.
      CREATE TABLE case_labels (
        account_id     text COLLATE "C" NOT NULL,
        transaction_id uuid NOT NULL,
        case_id        uuid NOT NULL,
        decision_no    int NOT NULL,
        label          text NOT NULL CHECK (label IN ('fraud', 'legitimate')),
        labelled_at    timestamptz NOT NULL,
        revoked_at     timestamptz,
        CONSTRAINT case_labels_pkey PRIMARY KEY (account_id, transaction_id, case_id, decision_no)
      );
      CREATE INDEX case_labels_time ON case_labels (labelled_at) WHERE revoked_at IS NULL;
      CREATE INDEX case_labels_transaction ON case_labels (transaction_id);
      CREATE INDEX case_labels_case ON case_labels (case_id, decision_no);

      -- Guidance shown beside a case, and what decisions cite. A version is never changed, only followed.
      CREATE TABLE case_policies (
        code       text NOT NULL,
        version    int NOT NULL,
        title      text NOT NULL,
        guidance   text NOT NULL,
        kinds      text[] NOT NULL,
        verdicts   text[] NOT NULL,
        retired    boolean NOT NULL,
        created_at timestamptz NOT NULL,
        created_by json NOT NULL,
        CONSTRAINT case_policies_pkey PRIMARY KEY (code, version)
      );
      CREATE TABLE case_macros (
        macro_id    text NOT NULL,
        version     int NOT NULL,
        name        text NOT NULL,
        description text NOT NULL,
        kinds       text[] NOT NULL,
        verdict     text NOT NULL,
        policy_code text NOT NULL,
        measures    json NOT NULL,
        retired     boolean NOT NULL,
        created_at  timestamptz NOT NULL,
        created_by  json NOT NULL,
        CONSTRAINT case_macros_pkey PRIMARY KEY (macro_id, version)
      );

      -- Who has a case open right now; worthless after a crash.
      CREATE UNLOGGED TABLE case_presence (
        case_id  uuid NOT NULL,
        staff_id text NOT NULL,
        name     text NOT NULL,
        seen_at  timestamptz NOT NULL,
        CONSTRAINT case_presence_pkey PRIMARY KEY (case_id, staff_id)
      );

      CREATE FUNCTION case_history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the history of cases is append-only' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER case_events_append_only BEFORE UPDATE OR DELETE ON case_events
        FOR EACH ROW EXECUTE FUNCTION case_history_is_append_only();
      CREATE TRIGGER case_policies_append_only BEFORE UPDATE OR DELETE ON case_policies
        FOR EACH ROW EXECUTE FUNCTION case_history_is_append_only();
      CREATE TRIGGER case_macros_append_only BEFORE UPDATE OR DELETE ON case_macros
        FOR EACH ROW EXECUTE FUNCTION case_history_is_append_only();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The history of cases is not dropped by a migration; restore a backup instead.');
  }
}
