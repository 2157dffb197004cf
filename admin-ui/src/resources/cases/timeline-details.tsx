import type { CaseEventView } from '@coinwarden/contracts';
import { ALERT_KINDS, CASE_VERDICTS, type CaseEventKind } from '@coinwarden/domain';
import { Box } from '@mui/material';
import type { ComponentType } from 'react';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { TextLink } from '../../display/text-link';
import { useReasonText } from '../transactions/reason-list';
import { VerdictTag } from './case-words';
import { useQueueNames } from './use-queue-names';

type Details = CaseEventView['details'];
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What is particular to a kind of event; most say everything by their name. */
const DETAILS: Partial<Record<CaseEventKind, ComponentType<{ details: Details }>>> = {
  alert_added: AddedAlert,
  assigned: Assignee,
  snoozed: Until,
  proposed: Judgement,
  decided: Judgement,
  merged: OtherCase,
  opened: OtherCase,
  moved: OtherQueue,
};

export function TimelineDetails({ event }: { event: CaseEventView }) {
  const Shown = DETAILS[event.kind];
  return Shown ? (
    <Box sx={{ color: 'var(--muted)', display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Shown details={event.details} />
    </Box>
  ) : null;
}

function AddedAlert({ details }: { details: Details }) {
  const translate = useTranslate();
  const reason = useReasonText();
  const kind = ALERT_KINDS.find((one) => one === details['kind']);
  const code = textOf(details['code']);
  return (
    <>
      {kind && <span>{translate(`alert_kind.${kind}`)}</span>}
      {code && <span>{reason({ code })}</span>}
    </>
  );
}

function Assignee({ details }: { details: Details }) {
  return <span>{textOf(details['assignee']) ?? '–'}</span>;
}

function Until({ details }: { details: Details }) {
  const until = textOf(details['until']);
  return until ? <Instant value={until} /> : null;
}

function Judgement({ details }: { details: Details }) {
  const translate = useTranslate();
  const verdict = CASE_VERDICTS.find((one) => one === details['verdict']);
  const measures = Array.isArray(details['measures'])
    ? details['measures'].filter((one) => typeof one === 'string')
    : [];
  return (
    <>
      {verdict && <VerdictTag value={verdict} />}
      {measures.length > 0 && (
        <span>{measures.map((type) => translate(`case_measure.${type}`, { _: type })).join(', ')}</span>
      )}
    </>
  );
}

function OtherCase({ details }: { details: Details }) {
  const translate = useTranslate();
  const other = textOf(details['into']) ?? textOf(details['from']) ?? textOf(details['earlierCaseId']);
  return other ? <TextLink to={`/cases/${other}/show`}>{translate('case.other_case')}</TextLink> : null;
}

function OtherQueue({ details }: { details: Details }) {
  const { queueName } = useQueueNames();
  const [from, into] = [textOf(details['from']), textOf(details['into'])];
  if (from === null || into === null) return null;
  return (
    <span>
      {queueName(from)} → {queueName(into)}
    </span>
  );
}
