import { useState } from 'react';
import { type Identifier, useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { ConsoleDataProvider } from '../providers/data-provider';
import { fieldErrorsOf, Refusal } from '../providers/http';

interface ActOptions {
  /** The words of success. */
  done: string;
  onDone?: (answer: unknown) => void;
}

/**
 * Performs an action of the domain and waits for the server's word: nothing changes on screen before it is true.
 * Afterwards everything on screen is read again, because an action on one record moves others.
 */
export function useAct({ done, onDone }: ActOptions) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const dataProvider = useDataProvider<ConsoleDataProvider>();
  const refresh = useRefresh();
  const notify = useNotify();

  const act = async (target: { resource: string; id: Identifier; action: string }, body: object) => {
    setBusy(true);
    setProblem(null);
    setRefusal(null);
    try {
      const answer = await dataProvider.act(target, body);
      notify(done, { type: 'success' });
      onDone?.(answer);
      refresh();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setRefusal(error instanceof Refusal ? error : null);
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, problem, refusal, fields: fieldErrorsOf(refusal), clear: () => setProblem(null) };
}
