import type { StaffLimitPolicy } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ChangedBy } from '../../display/changed-by';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { TwoLines } from '../../display/two-lines';
import { useFormat } from '../../i18n/use-format';
import { useLimitText } from '../limits/limit-words';
import { EndPolicy } from './end-policy';
import { PolicyStateTag } from './policy-words';

interface PolicyVersionsProps {
  which: 'scheduled' | 'past';
  versions: readonly StaffLimitPolicy[];
}

/** What is to come, which can be taken back, or what was, which cannot be changed. */
export function PolicyVersions({ which, versions }: PolicyVersionsProps) {
  const [ended, setEnded] = useState<StaffLimitPolicy | null>(null);
  const translate = useTranslate();
  const format = useFormat();
  const { amountText } = useLimitText();
  const toCome = which === 'scheduled';
  const rows = versions.filter(({ state }) => (state === 'scheduled') === toCome && state !== 'current');
  if (rows.length === 0 && toCome) return null;
  const label = (field: string) => translate(`resources.limit-policies.fields.${field}`);
  const columns: Column<StaffLimitPolicy>[] = [
    {
      label: label('version'),
      value: (p) => (
        <TwoLines below={p.state === 'withdrawn' && <PolicyStateTag value={p.state} />}>
          {format.number(p.version)}
        </TwoLines>
      ),
    },
    { label: label('limit'), numeric: true, value: amountText },
    { label: label('effectiveFrom'), value: (p) => <Instant value={p.effectiveFrom} form="full" /> },
    {
      label: label('effectiveUntil'),
      foldsBelow: 560,
      value: (p) =>
        p.effectiveUntil ? <Instant value={p.effectiveUntil} form="full" /> : translate('moment.never'),
    },
    { label: label('source'), foldsBelow: 900, value: (p) => p.source || '–' },
    {
      label: translate('limit_policy.set_by'),
      foldsBelow: 700,
      value: (p) => <ChangedBy by={p.createdBy} at={p.createdAt} why={p.reason} />,
    },
  ];
  if (toCome && rows.some(({ allowedActions }) => allowedActions.includes('end')))
    columns.push({
      label: translate('price_point.actions'),
      value: (p) => (
        <Button
          size="small"
          color="error"
          onClick={() => setEnded(p)}
          aria-label={translate('limit_policy.end.take_back', { version: p.version })}
        >
          {translate('limit_policy.end.button_scheduled')}
        </Button>
      ),
    });
  else
    columns.push({
      label: translate('limit_policy.ended_by'),
      foldsBelow: 1_000,
      value: (p) => (p.endedBy ? <TwoLines below={p.endReason}>{p.endedBy}</TwoLines> : '–'),
    });
  return (
    <Section
      title={translate(`limit_policy.versions.${which}`)}
      hint={translate(`limit_policy.versions.${which}_hint`)}
      flush
    >
      <RecordTable
        label={translate(`limit_policy.versions.${which}`)}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        empty={translate('limit_policy.versions.none')}
      />
      {ended && <EndPolicy policy={ended} onClose={() => setEnded(null)} />}
    </Section>
  );
}
