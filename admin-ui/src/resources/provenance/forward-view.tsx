import type { FlowStage, ProvenanceForward } from '@coinwarden/contracts';
import { COIN_FATES, DIAMOND_FATES } from '@coinwarden/domain';
import { Alert, Box, Typography } from '@mui/material';
import { ConcernTag } from './concern-tag';
import type { FlowTone } from './flow-graph';
import { FlowLegend } from './flow-legend';
import { FlowPicture } from './flow-picture';
import { COIN_TONES, DIAMOND_TONES, type FlowRoot, forwardGraph } from './forward-graph';
import { ForwardTables } from './forward-tables';
import { MoneyBackWords } from './money-back-words';
import { type FlowWords, useFlowWords } from './use-flow-words';

const TONES: readonly FlowTone[] = ['reach', 'exposed', 'left', 'used', 'back'];

/** Everything that became of the coins, and of the coins that their diamonds became again. */
export function ForwardView({ forward, kind }: { forward: ProvenanceForward; kind: string }) {
  const words = useFlowWords();
  const { purchase, direct, onward, lots, further } = forward;
  const root: FlowRoot = {
    label: words.translate(`kind.${kind}`),
    amount: words.coins(direct.coins),
    tone: purchase?.concern ?? 'source',
  };
  const converted: FlowRoot = {
    label: words.say('converted_coins'),
    amount: words.coins(onward?.coins ?? 0),
    tone: 'source',
  };
  return (
    <>
      {purchase && (
        <Box
          sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px', marginBottom: 1, fontSize: '0.8125rem' }}
        >
          <ConcernTag value={purchase.concern} />
          {purchase.moneyBack && <MoneyBackWords value={purchase.moneyBack} />}
        </Box>
      )}
      <Stage stage={direct} lots={lots} root={root} title={words.say('forward')} />
      {onward && (
        <Box sx={{ marginTop: 3 }}>
          <Typography variant="h3" component="h3" sx={{ marginBottom: 1 }}>
            {words.say('onward')}
          </Typography>
          <Stage stage={onward} lots={[]} root={converted} title={words.say('onward')} />
        </Box>
      )}
      {further.conversions > 0 && (
        <Alert severity="info" sx={{ marginTop: 2 }}>
          {words.translate('provenance.further_conversions', {
            smart_count: further.conversions,
            count: words.format.number(further.conversions),
            diamonds: words.diamonds(further.diamonds),
          })}
        </Alert>
      )}
    </>
  );
}

interface StageProps {
  stage: FlowStage;
  lots: ProvenanceForward['lots'];
  root: FlowRoot;
  title: string;
}

function Stage({ stage, lots, root, title }: StageProps) {
  const words = useFlowWords();
  return (
    <>
      <FlowPicture graph={forwardGraph({ stage, lots, root }, words)} label={title} />
      <FlowLegend entries={legendOf(stage, words)} />
      <ForwardTables stage={stage} title={title} />
    </>
  );
}

/** Only the meanings that occur. */
function legendOf({ fates, diamonds }: FlowStage, words: FlowWords) {
  const seen = new Set<FlowTone>([
    ...COIN_FATES.filter((fate) => fates[fate] > 0).map((fate) => COIN_TONES[fate]),
    ...DIAMOND_FATES.filter((fate) => diamonds[fate] > 0).map((fate) => DIAMOND_TONES[fate]),
  ]);
  return TONES.filter((tone) => seen.has(tone)).map((tone) => ({ tone, label: words.say(`tone.${tone}`) }));
}
