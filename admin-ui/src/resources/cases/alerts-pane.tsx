import type { StaffCaseAlert } from '@coinwarden/contracts';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Section } from '../../display/section';
import { Since } from '../../display/since';
import { Tag } from '../../display/tag';
import { TextLink, TransactionLink } from '../../display/text-link';
import { Values } from '../../display/values';
import { useFormat } from '../../i18n/use-format';
import { DueIn } from '../../money-back/due-in';
import { useReasonText } from '../transactions/reason-list';
import { ScannedText } from './scanned-text';

const FIRST = 10;

/** Why there is a case: each alert with its reason, and the values it was found by. */
export function AlertsPane({ alerts }: { alerts: readonly StaffCaseAlert[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const strongest = [...alerts].sort(
    (a, b) => Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null) || b.score - a.score,
  );
  return (
    <Section title={translate('case.alerts', { count: format.number(alerts.length) })}>
      <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.75 }}>
        {(all ? strongest : strongest.slice(0, FIRST)).map((alert) => (
          <AlertEntry key={alert.alertId} alert={alert} />
        ))}
      </Box>
      {!all && alerts.length > FIRST && (
        <Button onClick={() => setAll(true)} sx={{ marginTop: 1 }}>
          {translate('case.all_alerts', { count: format.number(alerts.length) })}
        </Button>
      )}
    </Section>
  );
}

function AlertEntry({ alert }: { alert: StaffCaseAlert }) {
  const translate = useTranslate();
  const text = useReasonText();
  // The ring is linked, and the id of a report tells nobody anything.
  const { ringId, eventId: _, ...values } = alert.reason.values;
  return (
    <Box component="li" data-testid="alert">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 10px', alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 550 }} title={alert.reason.code}>
          {text(alert.reason)}
        </Typography>
        <Tag>{translate(`alert_kind.${alert.kind}`)}</Tag>
        {alert.resolution ? (
          <Tag quiet>{translate(`alert_resolution.${alert.resolution}`, { _: alert.resolution })}</Tag>
        ) : (
          <DueIn value={alert.dueAt} />
        )}
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: '2px 12px',
          color: 'var(--muted)',
          fontSize: '0.75rem',
        }}
      >
        <span>{translate('case.score', { score: alert.score })}</span>
        <span>
          <Money value={{ amountMinor: alert.valueAtRiskUsdMinor, currency: 'USD' }} />{' '}
          {translate('case.at_risk')}
        </span>
        <Since value={alert.raisedAt} />
        {alert.transactionId && (
          <TransactionLink id={alert.transactionId}>{translate('case.transaction')}</TransactionLink>
        )}
        {typeof ringId === 'string' && (
          <TextLink to={`/rings/${ringId}/show`}>{translate('case.ring')}</TextLink>
        )}
      </Box>
      <Values values={values} />
      {alert.scanId && <ScannedText scanId={alert.scanId} />}
    </Box>
  );
}
