import type pg from 'pg';

const NOTICED = `UPDATE reference_versions SET version = version + 1 WHERE name = 'ruleset'`;

/** Puts a version in shadow that asks every live rule once more in words of its own: the most that a shadow can cost. */
export async function startShadow(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO rulesets (version, status, review_score, decline_score, comment, created_at, created_by)
    SELECT (SELECT max(version) + 1 FROM rulesets), 'draft', review_score, decline_score, 'bench', now(), 'bench'
    FROM rulesets WHERE status = 'live'`);
  // Conditions are shared by their text, and a space makes it another.
  await client.query(`
    INSERT INTO rules (version, key, position, rule_group, description, kinds, condition, effect, score, mode,
                       reason_code, message)
    SELECT (SELECT max(version) FROM rulesets), key, position, rule_group, description, kinds, condition || ' ', effect,
           score, mode, reason_code, message
    FROM rules WHERE version = (SELECT version FROM rulesets WHERE status = 'live')`);
  await client.query(
    `UPDATE rulesets SET status = 'shadow' WHERE version = (SELECT max(version) FROM rulesets)`,
  );
  await client.query(NOTICED);
}

export async function stopShadow(client: pg.Client): Promise<void> {
  await client.query(`UPDATE rulesets SET status = 'withdrawn' WHERE status = 'shadow'`);
  await client.query(NOTICED);
}
