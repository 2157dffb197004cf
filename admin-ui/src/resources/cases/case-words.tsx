import type { CaseActorView, CaseMeasureRequest, StaffCase } from '@coinwarden/contracts';
import type { AlertKind, CaseStatus, CaseVerdict } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';
import { useReasonText } from '../transactions/reason-list';

const STATUS_TONES: Record<CaseStatus, Tone> = {
  open: 'info',
  snoozed: 'neutral',
  escalated: 'negative',
  second_look: 'caution',
  decided: 'positive',
  closed: 'neutral',
  merged: 'neutral',
  appealed: 'caution',
};

const VERDICT_TONES: Record<CaseVerdict, Tone> = {
  confirmed: 'negative',
  cleared: 'positive',
  inconclusive: 'neutral',
};

export function CaseStatusTag({ value }: { value: CaseStatus }) {
  const translate = useTranslate();
  return (
    <Tag tone={STATUS_TONES[value]} quiet={value === 'decided' || value === 'closed' || value === 'merged'}>
      {translate(`case_status.${value}`)}
    </Tag>
  );
}

export function VerdictTag({ value }: { value: CaseVerdict }) {
  const translate = useTranslate();
  return <Tag tone={VERDICT_TONES[value]}>{translate(`case_verdict.${value}`)}</Tag>;
}

export function AlertKindTags({ kinds }: { kinds: readonly AlertKind[] }) {
  const translate = useTranslate();
  if (kinds.length === 0) return null;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {kinds.map((kind) => (
        <Tag key={kind}>{translate(`alert_kind.${kind}`)}</Tag>
      ))}
    </Box>
  );
}

/** Who did it: people by name, the product by what it is. */
export function CaseActorName({ actor }: { actor: CaseActorView }) {
  const translate = useTranslate();
  return <>{actor.type === 'system' ? translate('actor.system') : actor.name}</>;
}

export function Headline({ of }: { of: Pick<StaffCase, 'headline'> }) {
  const text = useReasonText();
  return <>{of.headline ? text(of.headline) : '–'}</>;
}

/** A measure in one line, with what is particular to it. */
export function useMeasureText() {
  const translate = useTranslate();
  return (measure: CaseMeasureRequest): string => {
    const name = translate(`case_measure.${measure.type}`);
    switch (measure.type) {
      case 'refund':
        return `${name}: ${translate(`refund_reason.${measure.reason}`, { _: measure.reason })}`;
      case 'list_entry': {
        const entry = translate('case_measure.entry', {
          list: translate(`list_name.${measure.list}`),
          of: measure.value ?? translate(`list_type.${measure.of}`),
        });
        return measure.days === undefined
          ? entry
          : `${entry}, ${translate('case_measure.days', { smart_count: measure.days })}`;
      }
      default:
        return name;
    }
  };
}
