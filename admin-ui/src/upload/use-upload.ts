import { useState } from 'react';
import { useNotify, useRedirect, useRefresh } from 'react-admin';
import { fieldErrorsOf, Refusal, sendJson } from '../providers/http';

interface UploadOptions<Answer> {
  /** Where it goes, and the list that is shown once it is done. */
  path: string;
  list: string;
  /** The words of success, and how many they are about. */
  done: string;
  counted: (answer: Answer) => number;
}

/**
 * A dry run first, then the rows it found right: changing anything asks for another dry run. The request is null while it
 * is incomplete.
 */
export function useUpload<Request extends object, Answer>(
  request: Request | null,
  { path, list, done, counted }: UploadOptions<Answer>,
) {
  const [tried, setTried] = useState<{ request: Request; answer: Answer } | null>(null);
  const [busy, setBusy] = useState<'dry' | 'submit' | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const redirect = useRedirect();
  const notify = useNotify();
  const refresh = useRefresh();
  const current = tried !== null && request !== null && isSame(tried.request, request);

  const ask = async (kind: 'dry' | 'submit', sent: Request, accepted: object) => {
    setBusy(kind);
    setProblem(null);
    try {
      const body = { ...sent, wrongRows: 'skip', ...accepted, dryRun: kind === 'dry' };
      return await sendJson<Answer>('POST', path, body);
    } catch (error) {
      setProblem(error);
      setBusy(null);
      return null;
    }
  };
  return {
    answer: current ? tried.answer : null,
    busy,
    problem: problem === null ? null : problem instanceof Error ? problem.message : String(problem),
    fields: fieldErrorsOf(problem instanceof Refusal ? problem : null),
    tryOut: async () => {
      const answer = request && (await ask('dry', request, {}));
      if (!answer || !request) return;
      setTried({ request, answer });
      setBusy(null);
    },
    /** `accepted`: what was asked about the rows and answered. Busy until the page is left: nothing is unsaved any more. */
    submit: async (accepted: object = {}) => {
      const answer = request && (await ask('submit', request, accepted));
      if (!answer) return;
      notify(done, { type: 'success', messageArgs: { smart_count: counted(answer) } });
      // The list may have been looked at a moment ago, without these.
      refresh();
      redirect('list', list);
    },
  };
}

/** Field by field: the text may be long, and is nearly always the very same. */
const isSame = <Request extends object>(one: Request, other: Request): boolean =>
  (Object.keys(other) as (keyof Request)[]).every((key) => one[key] === other[key]);
