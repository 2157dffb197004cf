import type { ListUploadAnswer, ListUploadRequest } from '@coinwarden/contracts';
import { useState } from 'react';
import { useNotify, useRedirect, useRefresh } from 'react-admin';
import { fieldErrorsOf, Refusal, sendJson } from '../../providers/http';

type Draft = Pick<ListUploadRequest, 'list' | 'type' | 'reason' | 'expiresAt' | 'text'>;

/** A dry run first, then the rows it found right: changing anything asks for another dry run. */
export function useListUpload(request: Draft | null) {
  const [tried, setTried] = useState<{ draft: Draft; answer: ListUploadAnswer } | null>(null);
  const [busy, setBusy] = useState<'dry' | 'submit' | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const redirect = useRedirect();
  const notify = useNotify();
  const refresh = useRefresh();
  const current = tried !== null && request !== null && sameDraft(tried.draft, request);

  const ask = async (kind: 'dry' | 'submit', draft: Draft) => {
    setBusy(kind);
    setProblem(null);
    try {
      return await sendJson<ListUploadAnswer>('POST', 'lists/batch', {
        ...draft,
        wrongRows: 'skip',
        dryRun: kind === 'dry',
      });
    } catch (error) {
      setProblem(error);
      return null;
    } finally {
      setBusy(null);
    }
  };
  return {
    answer: current ? tried.answer : null,
    busy,
    problem: problem === null ? null : problem instanceof Error ? problem.message : String(problem),
    fields: fieldErrorsOf(problem instanceof Refusal ? problem : null),
    tryOut: async () => {
      const answer = request && (await ask('dry', request));
      if (answer && request) setTried({ draft: request, answer });
    },
    submit: async () => {
      const answer = request && (await ask('submit', request));
      if (!answer) return;
      notify('list_upload.done', { type: 'success', messageArgs: { smart_count: answer.added } });
      // The list may have been looked at a moment ago, without these.
      refresh();
      redirect('list', 'lists');
    },
  };
}

const sameDraft = (one: Draft, other: Draft): boolean =>
  one.text === other.text &&
  one.list === other.list &&
  one.type === other.type &&
  one.reason === other.reason &&
  one.expiresAt === other.expiresAt;
