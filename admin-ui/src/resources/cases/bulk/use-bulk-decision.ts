import type { CaseBulkAnswer, StaffCase } from '@coinwarden/contracts';
import { useRef, useState } from 'react';
import { useRefresh } from 'react-admin';
import { attemptId } from '../../../providers/attempt-id';
import { sendJson } from '../../../providers/http';
import { type Draft, requestOf } from '../draft';

/** As many as the server takes in one call. */
const AT_ONCE = 100;

export type BulkResult = CaseBulkAnswer['results'][number];

/**
 * Decides many cases alike and keeps what became of each. A call whose answer was lost is sent again under the same name, so
 * no case is decided twice; what was answered is not sent again.
 */
export function useBulkDecision() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [results, setResults] = useState<ReadonlyMap<string, BulkResult>>(new Map());
  const attempt = useRef<{ id: string; of: string } | null>(null);
  const refresh = useRefresh();

  /** The same decision keeps its name until all of it has been answered. */
  const nameOf = (decision: object) => {
    const of = JSON.stringify(decision);
    if (attempt.current?.of !== of) attempt.current = { id: attemptId(), of };
    return attempt.current.id;
  };

  const decide = async (cases: readonly StaffCase[], draft: Draft, note: string) => {
    const said = { ...requestOf(draft), ...(note !== '' && { note }) };
    const decision = { ...said, requestId: nameOf(said) };
    setBusy(true);
    setProblem(null);
    const known = new Map(results);
    try {
      for (let from = 0; from < cases.length; from += AT_ONCE) {
        const some = cases.slice(from, from + AT_ONCE);
        const answer = await sendJson<CaseBulkAnswer>('POST', 'cases/bulk-decide', {
          ids: some.map(({ id }) => id),
          revisions: Object.fromEntries(some.map(({ id, revision }) => [id, revision])),
          decision,
        });
        for (const result of answer.results) known.set(result.id, result);
        setResults(new Map(known));
      }
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
      refresh();
    }
  };
  return { decide, busy, problem, results };
}
