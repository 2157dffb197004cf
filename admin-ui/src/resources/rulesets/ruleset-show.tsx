import type { StaffRuleset } from '@coinwarden/contracts';
import type { RulesetAction } from '@coinwarden/domain';
import { Box, Tab, Tabs } from '@mui/material';
import { useState } from 'react';
import { Title, useGetOne, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { Panes } from '../../display/panes';
import { useMay } from '../../providers/use-may';
import { RulesetActionDialog } from './ruleset-action-dialog';
import { RulesetChanges } from './ruleset-changes';
import { RulesetFacts } from './ruleset-facts';
import { RulesetHeader } from './ruleset-header';
import { RulesetRules } from './ruleset-rules';
import { RulesetShadow } from './ruleset-shadow';
import { RulesetTimeline } from './ruleset-timeline';
import { RulesetTry } from './ruleset-try';

const TABS = ['rules', 'changes', 'try', 'shadow'] as const;
type Part = (typeof TABS)[number];

const REFRESH_MS = 5_000;

/** One version: where it stands and what may be done stays in view; its rules, what they change, what happened, below. */
export default function RulesetShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const mayTry = useMay('rule.write');
  const [part, setPart] = useState<Part>('rules');
  const [asked, setAsked] = useState<RulesetAction | null>(null);
  const { data, error, isPending, refetch } = useGetOne<StaffRuleset>(
    'rulesets',
    { id },
    // What is released by the clock is followed on screen.
    { refetchInterval: ({ state }) => (state.data?.status === 'scheduled' ? REFRESH_MS : false) },
  );
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Title title={translate('ruleset.title', { version: data.version })} />
      <Box
        sx={{ position: 'sticky', top: 56, zIndex: 8, backgroundColor: 'var(--canvas)', paddingBottom: 2 }}
      >
        <RulesetHeader ruleset={data} onAsk={setAsked} />
      </Box>
      <Panes>
        <Box sx={{ minWidth: 0 }}>
          <Tabs
            value={part}
            onChange={(_, next: Part) => setPart(next)}
            aria-label={translate('ruleset_page.tabs')}
            sx={{ marginBottom: 2, borderBottom: '1px solid var(--border)' }}
          >
            {TABS.filter((one) => one !== 'try' || mayTry).map((one) => (
              <Tab key={one} value={one} label={translate(`ruleset_page.${one}`)} />
            ))}
          </Tabs>
          {part === 'rules' && <RulesetRules ruleset={data} />}
          {part === 'changes' && <RulesetChanges ruleset={data} />}
          {part === 'try' && <RulesetTry ruleset={data} />}
          {part === 'shadow' && <RulesetShadow ruleset={data} />}
        </Box>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <RulesetFacts ruleset={data} />
          <RulesetTimeline ruleset={data} />
        </Box>
      </Panes>
      {asked && (
        <RulesetActionDialog
          action={asked}
          ruleset={data}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            refetch();
          }}
        />
      )}
    </>
  );
}
