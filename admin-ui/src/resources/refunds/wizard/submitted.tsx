import type { StaffRefundDetail } from '@coinwarden/contracts';
import { Box, Button, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Money } from '../../../display/amounts';
import { RefundStatusTag } from '../refund-words';

interface SubmittedProps {
  refund: StaffRefundDetail;
  onAnother: () => void;
}

/** What became of the request, in the words one can pass on to the customer, and where to go from here. */
export function Submitted({ refund, onAnother }: SubmittedProps) {
  const translate = useTranslate();
  return (
    <Card role="status" sx={{ padding: '18px 20px', maxWidth: 640 }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', marginBottom: 1 }}>
        <Typography variant="h2">
          <Money value={refund.money} />
        </Typography>
        <RefundStatusTag value={refund.status} />
      </Box>
      <Typography variant="body2" sx={{ marginBottom: 2 }}>
        {refund.nextStep
          ? translate(`refund.next_step.${refund.nextStep.code}`)
          : translate(`refund_wizard.became.${refund.status}`)}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button variant="contained" component={Link} to={`/refunds/${refund.id}/show`}>
          {translate('refund_wizard.open')}
        </Button>
        <Button variant="outlined" onClick={onAnother} autoFocus>
          {translate('refund_wizard.another')}
        </Button>
        <Button component={Link} to={`/accounts/${encodeURIComponent(refund.accountId)}/show`}>
          {translate('refund_wizard.to_account')}
        </Button>
      </Box>
    </Card>
  );
}
