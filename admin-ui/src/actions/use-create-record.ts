import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import { Refusal } from '../providers/http';

interface CreateOptions<Answer> {
  done: string;
  onDone: (answer: Answer) => void;
}

const fieldsOf = (error: unknown): Record<string, string> =>
  error instanceof Refusal ? ((error.body?.errors as Record<string, string> | undefined) ?? {}) : {};

/** Creates a record and waits for the answer; a refusal tells the fields it means, the rest in one sentence. */
export function useCreateRecord<Answer extends { id: string }>(
  resource: string,
  options: CreateOptions<Answer>,
) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const dataProvider = useDataProvider();
  const refresh = useRefresh();
  const notify = useNotify();
  const create = async (data: object) => {
    setBusy(true);
    setProblem(null);
    setFields({});
    try {
      const answer = await dataProvider.create<Answer>(resource, { data });
      notify(options.done, { type: 'success' });
      refresh();
      options.onDone(answer.data);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setFields(fieldsOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { create, busy, problem, fields };
}
