import type { ProvenanceBackward } from '@coinwarden/contracts';
import { PURCHASE_CONCERNS } from '@coinwarden/domain';
import { Alert } from '@mui/material';
import { backwardGraph } from './backward-graph';
import { BackwardTables } from './backward-tables';
import { FlowLegend } from './flow-legend';
import { FlowPicture } from './flow-picture';
import { useFlowWords } from './use-flow-words';

/** Every purchase behind it; `label` is what the picture ends in. */
export function BackwardView({ backward, label }: { backward: ProvenanceBackward; label: string }) {
  const words = useFlowWords();
  const amount = backward.unit === 'COIN' ? words.coins : words.diamonds;
  const root = { label, amount: amount(backward.total), tone: 'source' as const };
  const concerns = PURCHASE_CONCERNS.filter((concern) => backward.concerns[concern] > 0);
  const title = words.say('backward');
  return (
    <>
      {backward.foreseen && (
        <Alert severity="info" sx={{ marginBottom: 1.5 }}>
          {words.say('foreseen')}
        </Alert>
      )}
      <FlowPicture graph={backwardGraph({ backward, root }, words)} label={title} />
      <FlowLegend entries={concerns.map((tone) => ({ tone, label: words.say(`concern.${tone}`) }))} />
      <BackwardTables backward={backward} title={title} />
    </>
  );
}
