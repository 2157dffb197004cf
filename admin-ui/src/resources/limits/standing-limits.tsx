import type { LimitOrigin, SpendingAnswer } from '@coinwarden/contracts';
import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { TextLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { Word } from '../../display/words';
import { useMay } from '../../providers/use-may';
import { useLimitText } from './limit-words';
import { ZonedInstant } from './zoned-instant';

type Limit = SpendingAnswer['limits'][number];
type Pending = SpendingAnswer['pending'][number];

/** Every limit in force, whose it is, where it comes from and what is left, and what it will become. */
export function StandingLimits({ answer }: { answer: SpendingAnswer }) {
  const translate = useTranslate();
  const { limits, lifted, pending, timeZone } = answer;
  const { amountText, measureText } = useLimitText();
  const left: Column<Limit> = {
    label: translate('spending.limits.left'),
    numeric: true,
    value: (l) => (
      <TwoLines
        below={
          l.resetsAt !== null &&
          translate('limit.used_of', { used: amountText({ ...l, limit: l.used }), limit: amountText(l) })
        }
      >
        {amountText({ ...l, limit: l.remaining })}
      </TwoLines>
    ),
  };
  return (
    <>
      <Section title={translate('spending.limits.title')} hint={translate('spending.limits.hint')} flush>
        <RecordTable
          label={translate('spending.limits.title')}
          rows={limits}
          rowKey={keyOf}
          empty={translate('limit.none')}
          columns={[
            {
              label: translate('spending.limits.what'),
              value: (l) => <TwoLines below={<Whose limit={l} />}>{measureText(l)}</TwoLines>,
            },
            left,
            {
              label: translate('spending.limits.resets'),
              foldsBelow: 640,
              value: (l) => (l.resetsAt ? <ZonedInstant value={l.resetsAt} timeZone={timeZone} /> : '–'),
            },
            {
              label: translate('spending.limits.origin'),
              foldsBelow: 780,
              value: (l) => <Origin origin={l.origin} until={l.effectiveUntil} />,
            },
          ]}
        />
        {lifted.map((l) => (
          <Typography key={keyOf(l)} variant="body2" sx={{ padding: '6px 16px', color: 'var(--muted)' }}>
            {translate('spending.limits.lifted', { what: measureText(l), limit: amountText(l) })}{' '}
            <Instant value={l.liftedUntil} form="full" />
          </Typography>
        ))}
      </Section>
      {pending.length > 0 && <PendingLimits pending={pending} timeZone={timeZone} />}
    </>
  );
}

const keyOf = ({ layer, measure, window, limit, currency }: Omit<Limit, 'binding'>) =>
  [layer, measure, window, limit, currency].join();

function Whose({ limit: { layer, binding } }: { limit: Limit }) {
  const translate = useTranslate();
  return (
    <>
      <Word of="layer" value={layer} />{' '}
      {binding && (
        <Tag tone="accent" quiet>
          {translate('spending.limits.binds')}
        </Tag>
      )}
    </>
  );
}

/** The policy with its version, the override with its reason, or whoever set it for the account. */
function Origin({ origin, until }: { origin: LimitOrigin; until: string | null }) {
  const translate = useTranslate();
  const { subjectText } = useLimitText();
  const mayOpen = useMay('limit_policy.read');
  if (origin.type === 'policy') {
    const text = translate('spending.origin.policy', { version: origin.version, of: subjectText(origin) });
    return (
      <TwoLines below={origin.source}>
        {mayOpen ? (
          <TextLink to={`/limit-policies/${encodeURIComponent(origin.policyId)}/show`}>{text}</TextLink>
        ) : (
          text
        )}
      </TwoLines>
    );
  }
  const end = until && (
    <>
      {' '}
      {translate('spending.origin.until')} <Instant value={until} form="full" />
    </>
  );
  if (origin.type === 'override')
    return (
      <TwoLines below={origin.reason}>
        {translate(origin.lifts ? 'spending.origin.lift' : 'spending.origin.override', { by: origin.by })}
        {end}
      </TwoLines>
    );
  return (
    <TwoLines below={<Instant value={origin.at} form="date" />}>
      {origin.by ?? translate('spending.origin.customer')}
      {end}
    </TwoLines>
  );
}

function PendingLimits({ pending, timeZone }: { pending: readonly Pending[]; timeZone: string }) {
  const translate = useTranslate();
  const { amountText, measureText } = useLimitText();
  return (
    <Section title={translate('spending.pending.title')} hint={translate('spending.pending.hint')} flush>
      <RecordTable
        label={translate('spending.pending.title')}
        rows={pending}
        rowKey={({ layer, measure, window, effectiveFrom }) => [layer, measure, window, effectiveFrom].join()}
        empty=""
        columns={[
          {
            label: translate('spending.limits.what'),
            value: (p) => <TwoLines below={<Word of="layer" value={p.layer} />}>{measureText(p)}</TwoLines>,
          },
          {
            label: translate('spending.pending.becomes'),
            numeric: true,
            value: (p) =>
              p.limit === null
                ? translate('spending.pending.none')
                : amountText({ limit: p.limit, currency: p.currency }),
          },
          {
            label: translate('spending.pending.from'),
            foldsBelow: 420,
            value: (p) => <ZonedInstant value={p.effectiveFrom} timeZone={timeZone} />,
          },
        ]}
      />
    </Section>
  );
}
