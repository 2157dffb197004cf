import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import { fieldErrorsOf, Refusal } from '../providers/http';

interface CreateOptions<Answer> {
  done: string;
  onDone: (answer: Answer) => void;
}

/** Creates a record and waits for the answer; a refusal tells the fields it means, the rest in one sentence. */
export function useCreateRecord<Answer extends { id: string }>(
  resource: string,
  options: CreateOptions<Answer>,
) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const dataProvider = useDataProvider();
  const refresh = useRefresh();
  const notify = useNotify();
  const create = async (data: object) => {
    setBusy(true);
    setProblem(null);
    setRefusal(null);
    try {
      const answer = await dataProvider.create<Answer>(resource, { data });
      notify(options.done, { type: 'success' });
      refresh();
      options.onDone(answer.data);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setRefusal(error instanceof Refusal ? error : null);
    } finally {
      setBusy(false);
    }
  };
  const clear = () => {
    setProblem(null);
    setRefusal(null);
  };
  return { create, busy, problem, refusal, fields: fieldErrorsOf(refusal), clear };
}
