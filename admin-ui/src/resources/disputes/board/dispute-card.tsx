import type { StaffDispute } from '@coinwarden/contracts';
import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Money } from '../../../display/amounts';
import { Tag } from '../../../display/tag';
import { Deadline } from '../deadline';
import { schemeReason } from '../dispute-words';

/** A dispute at a glance: how much, why, by when, and who has it. */
export function DisputeCard({ dispute }: { dispute: StaffDispute }) {
  const translate = useTranslate();
  const { id, money, category, stage, accountId, assignee, answering } = dispute;
  return (
    <Card data-testid="dispute-card">
      <CardActionArea
        component={Link}
        to={`/disputes/${id}/show`}
        sx={{ padding: '10px 12px', display: 'block' }}
      >
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 1 }}>
          <Typography sx={{ fontWeight: 640, fontSize: '0.9375rem' }}>
            <Money value={money} />
          </Typography>
          {stage !== 'dispute' && <Tag tone="accent">{translate(`dispute_stage.${stage}`)}</Tag>}
        </Box>
        <Typography variant="body2">{translate(`dispute_category.${category}`)}</Typography>
        <Typography
          variant="caption"
          sx={{ color: 'var(--muted)', display: 'block', overflowWrap: 'anywhere' }}
        >
          {[schemeReason(dispute), accountId ?? translate('dispute.unmatched')].filter(Boolean).join(' · ')}
        </Typography>
        <Box
          sx={{
            display: 'flex',
            justifyContent: 'space-between',
            alignItems: 'center',
            gap: 1,
            marginTop: 0.75,
            fontSize: '0.75rem',
            color: 'var(--muted)',
          }}
        >
          <Deadline dispute={dispute} />
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {answering ? translate('dispute.answering') : assignee?.name}
          </Box>
        </Box>
      </CardActionArea>
    </Card>
  );
}
