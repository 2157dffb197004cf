import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { fieldErrorsOf, Refusal } from '../providers/http';

export interface WriteOptions<Answer> {
  /** The words of success. */
  done: string;
  onDone?: (answer: Answer) => void;
}

/**
 * Sends a write and waits for the server's word: nothing changes on screen before it is true. A refusal tells the fields it
 * means, the rest in one sentence. Afterwards everything on screen is read again, because one record moves others.
 */
export function useWrite<Answer>({ done, onDone }: WriteOptions<Answer>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const refresh = useRefresh();
  const notify = useNotify();
  const clear = () => {
    setProblem(null);
    setRefusal(null);
  };
  const write = async (send: () => Promise<Answer>) => {
    setBusy(true);
    clear();
    try {
      const answer = await send();
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
  return { write, busy, problem, refusal, fields: fieldErrorsOf(refusal), clear };
}
