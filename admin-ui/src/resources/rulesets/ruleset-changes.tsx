import type { StaffRuleset } from '@coinwarden/contracts';
import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { Section } from '../../display/section';
import { DiffView } from './diff-view';
import { useDiff, useLiveVersion } from './use-ruleset';

/**
 * What this version does otherwise than another: the live one, or for the live one what it replaced. The first version has
 * nothing before it and is compared with another only where somebody chooses one.
 */
export function RulesetChanges({ ruleset }: { ruleset: StaffRuleset }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const translate = useTranslate();
  const live = useLiveVersion();
  const { data: all = [] } = useGetList<StaffRuleset>('rulesets', {
    sort: { field: 'version', order: 'DESC' },
    pagination: { page: 1, perPage: 100 },
  });
  const others = all.filter(({ version }) => version !== ruleset.version);
  const before = ruleset.replaces ?? ruleset.basedOn;
  const against = chosen ?? (live === ruleset.version ? before : live);
  return (
    <Section
      title={translate('ruleset_page.changes')}
      action={
        others.length > 0 && (
          <TextField
            select
            size="small"
            label={translate('ruleset_page.against')}
            value={others.some(({ version }) => version === against) ? against : ''}
            onChange={(event) => setChosen(Number(event.target.value))}
            sx={{ minWidth: 200 }}
          >
            {others.map(({ version, status }) => (
              <MenuItem key={version} value={version}>
                {version} · {translate(`ruleset_status.${status}`)}
              </MenuItem>
            ))}
          </TextField>
        )
      }
    >
      {against === null || against === ruleset.version ? (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate(`ruleset_page.${others.length > 0 ? 'first_of_several' : 'first'}`)}
        </Typography>
      ) : (
        <Difference ruleset={ruleset} against={against} />
      )}
    </Section>
  );
}

function Difference({ ruleset, against }: { ruleset: StaffRuleset; against: number }) {
  const diff = useDiff(ruleset, against);
  if (diff.error) return <ErrorState error={diff.error} onRetry={diff.refetch} />;
  return diff.data ? <DiffView diff={diff.data} /> : <PageLoading />;
}
