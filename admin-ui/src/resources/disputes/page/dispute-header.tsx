import type { StaffDisputeDetail } from '@coinwarden/contracts';
import { Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router';
import { Money } from '../../../display/amounts';
import { Tag } from '../../../display/tag';
import { Deadline } from '../deadline';
import { DisputeStatusTag, schemeReason } from '../dispute-words';
import { AcceptDialog } from './accept-dialog';
import { RefundDialog } from './refund-dialog';

/** What it is and what may be done, always in view. */
export function DisputeHeader({ dispute }: { dispute: StaffDisputeDetail }) {
  const translate = useTranslate();
  const reason = schemeReason(dispute);
  return (
    <Box
      sx={{ position: 'sticky', top: 56, zIndex: 8, backgroundColor: 'var(--canvas)', paddingBottom: 1.5 }}
    >
      <Card sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, padding: '10px 16px' }}>
        <Box sx={{ flex: 1, minWidth: 220 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
            <Typography variant="h1" component="h1">
              <Money value={dispute.money} />
            </Typography>
            <DisputeStatusTag value={dispute.status} />
            <Tag tone={dispute.stage === 'dispute' ? 'neutral' : 'accent'}>
              {translate(`dispute_stage.${dispute.stage}`)}
            </Tag>
            {dispute.answering && <Tag tone="info">{translate('dispute.answering')}</Tag>}
          </Box>
          <Typography variant="body2" sx={{ color: 'var(--muted)', marginTop: 0.25 }}>
            {translate(`dispute_category.${dispute.category}`)}
            {reason && ` · ${reason}`}
          </Typography>
        </Box>
        {dispute.deadline && (
          <Box sx={{ textAlign: 'end' }}>
            <Typography variant="caption" component="div" sx={{ color: 'var(--muted)' }}>
              {translate('resources.disputes.fields.dueAt')}
            </Typography>
            <Deadline dispute={dispute} />
          </Box>
        )}
        <Actions dispute={dispute} />
      </Card>
    </Box>
  );
}

function Actions({ dispute }: { dispute: StaffDisputeDetail }) {
  const translate = useTranslate();
  const [search] = useSearchParams();
  const [asked, setAsked] = useState<'accept' | 'refund' | null>(null);
  const may = (action: StaffDisputeDetail['allowedActions'][number]) =>
    dispute.allowedActions.includes(action);
  const close = () => setAsked(null);
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      {may('accept') && (
        <Button variant="outlined" color="warning" onClick={() => setAsked('accept')}>
          {translate('dispute.accept.button')}
        </Button>
      )}
      {may('refund') && (
        <Button variant="outlined" onClick={() => setAsked('refund')}>
          {translate('dispute.refund.button')}
        </Button>
      )}
      {may('submit') && search.get('tab') !== 'evidence' && (
        <Button variant="contained" component={Link} to="?tab=evidence">
          {translate('dispute.prepare')}
        </Button>
      )}
      {asked === 'accept' && <AcceptDialog dispute={dispute} onClose={close} />}
      {asked === 'refund' && <RefundDialog dispute={dispute} onClose={close} />}
    </Box>
  );
}
