import type { StaffRuleset } from '@coinwarden/contracts';
import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { Section } from '../../display/section';
import { DiffView } from './diff-view';
import { useDiff, useLiveVersion } from './use-ruleset';

/** What this version does otherwise than any other: the live one first, or for the live one what it replaced. */
export function RulesetChanges({ ruleset }: { ruleset: StaffRuleset }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const translate = useTranslate();
  const live = useLiveVersion();
  const others = useGetList<StaffRuleset>('rulesets', {
    sort: { field: 'version', order: 'DESC' },
    pagination: { page: 1, perPage: 100 },
  });
  const first = live === ruleset.version ? (ruleset.replaces ?? ruleset.basedOn) : live;
  const against = chosen ?? first ?? ruleset.version;
  const diff = useDiff(ruleset, against);
  return (
    <Section
      title={translate('ruleset_page.changes')}
      action={
        <TextField
          select
          size="small"
          label={translate('ruleset_page.against')}
          value={others.data ? against : ''}
          onChange={(event) => setChosen(Number(event.target.value))}
          sx={{ minWidth: 200 }}
        >
          {(others.data ?? []).map(({ version, status }) => (
            <MenuItem key={version} value={version}>
              {version} · {translate(`ruleset_status.${status}`)}
            </MenuItem>
          ))}
        </TextField>
      }
    >
      {diff.error && <ErrorState error={diff.error} onRetry={diff.refetch} />}
      {diff.isPending && <PageLoading />}
      {diff.data && <DiffView diff={diff.data} />}
    </Section>
  );
}
