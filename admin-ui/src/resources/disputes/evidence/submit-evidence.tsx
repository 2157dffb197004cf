import type { EvidencePack, StaffDisputeDetail } from '@coinwarden/contracts';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../../actions/action-dialog';
import { useAct } from '../../../actions/use-act';
import { Money } from '../../../display/amounts';
import { Facts } from '../../../display/facts';
import { Instant } from '../../../display/instant';
import { MONO } from '../../../theme/theme';
import { EvidenceSize } from './evidence-size';
import { FormFields } from './form-fields';

interface SubmitEvidenceProps {
  dispute: StaffDisputeDetail;
  /** Null while something on screen is not in the pack yet. */
  pack: EvidencePack | null;
}

/** Sends the answer, once: the button is there for who may, and the dialog shows what goes out, word for word. */
export function SubmitEvidence({ dispute, pack }: SubmitEvidenceProps) {
  const translate = useTranslate();
  const [asked, setAsked] = useState(false);
  if (!dispute.allowedActions.includes('submit')) return null;
  return (
    <>
      <Button variant="contained" disabled={pack === null} onClick={() => setAsked(true)}>
        {translate('evidence.submit.button')}
      </Button>
      {asked && pack && <SubmitDialog dispute={dispute} pack={pack} onClose={() => setAsked(false)} />}
    </>
  );
}

interface SubmitDialogProps {
  dispute: StaffDisputeDetail;
  pack: EvidencePack;
  onClose: () => void;
}

function SubmitDialog({ dispute, pack, onClose }: SubmitDialogProps) {
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: 'evidence.submit.done', onDone: onClose });
  const included = pack.exhibits.filter(({ included: on }) => on);
  return (
    <ActionDialog
      open
      title={translate('evidence.submit.title')}
      confirmLabel={translate('evidence.submit.confirm')}
      width="sm"
      reason="none"
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => act({ resource: 'disputes', id: dispute.id, action: 'submit' }, { hash: pack.hash })}
    >
      <Alert severity="warning" sx={{ marginBottom: 2 }}>
        {translate('evidence.submit.once')}
      </Alert>
      <Facts
        items={[
          [translate('resources.disputes.fields.providerDisputeId'), dispute.providerDisputeId],
          [translate('resources.disputes.fields.money'), <Money key="m" value={dispute.money} />],
          [
            translate('resources.disputes.fields.dueAt'),
            <Instant key="d" value={dispute.dueAt} form="full" />,
          ],
          [
            translate('evidence.hash'),
            <Box key="h" component="code" sx={{ fontFamily: MONO, fontSize: '0.75rem' }}>
              {pack.hash.slice(0, 16)}
            </Box>,
          ],
        ]}
      />
      <Heading text={translate('evidence.submit.document')} />
      <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' }}>
        {included.map(({ key, letter }) => (
          <Typography key={key} component="li" variant="body2">
            <strong>{letter}</strong> {translate(`evidence.exhibit.${key}`)}
          </Typography>
        ))}
      </Box>
      <Box sx={{ marginTop: 0.5 }}>
        <EvidenceSize size={pack.size} />
      </Box>
      <Heading text={translate('evidence.submit.form')} />
      <FormFields fields={pack.fields} />
    </ActionDialog>
  );
}

const Heading = ({ text }: { text: string }) => (
  <Typography component="h3" sx={{ fontSize: '0.8125rem', fontWeight: 620, margin: '16px 0 6px' }}>
    {text}
  </Typography>
);
