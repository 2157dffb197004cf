import type { EvidenceExhibit, EvidencePack } from '@coinwarden/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readJson, sendJson } from '../../../providers/http';

export interface EvidenceChange {
  readonly statement?: string;
  readonly exhibits?: Readonly<Partial<Record<EvidenceExhibit['key'], boolean>>>;
}

const path = (disputeId: string) => `disputes/${encodeURIComponent(disputeId)}/evidence`;

/** What the server keeps of a choice is only where it differs from what the facts suggest. */
function choicesOf(pack: EvidencePack, change: EvidenceChange) {
  const statement = change.statement ?? pack.statement;
  const exhibits = pack.exhibits
    .map(({ key, included, recommended, empty }) => ({
      key,
      empty,
      recommended,
      included: change.exhibits?.[key] ?? included,
    }))
    .filter(({ empty, recommended, included }) => !empty && included !== recommended)
    .map(({ key, included }) => [key, included]);
  return {
    version: pack.version,
    statement: statement.trim() === pack.suggestedStatement.trim() ? null : statement,
    exhibits: Object.fromEntries(exhibits),
  };
}

/** The pack of a dispute and how to change it; a change is on screen when the server has written it. */
export function useEvidence(disputeId: string) {
  const client = useQueryClient();
  const key = ['disputes', 'evidence', disputeId];
  const read = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => readJson<EvidencePack>(path(disputeId), signal),
  });
  const write = useMutation({
    mutationFn: ({ pack, change }: { pack: EvidencePack; change: EvidenceChange }) =>
      sendJson<EvidencePack>('PUT', path(disputeId), choicesOf(pack, change)),
    onSuccess: (pack) => client.setQueryData(key, pack),
    // Somebody else was faster: theirs is shown, and this change can be made on top of it.
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
  return { ...read, write };
}
