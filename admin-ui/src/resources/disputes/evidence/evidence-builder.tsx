import type { EvidencePack } from '@coinwarden/contracts';
import OpenInNewOutlined from '@mui/icons-material/OpenInNewOutlined';
import { Alert, Box, Button, Skeleton } from '@mui/material';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../../display/error-state';
import { PageLoading } from '../../../display/page-loading';
import { Section } from '../../../display/section';
import { useFormat } from '../../../i18n/use-format';
import { staffUrl } from '../../../providers/http';
import { useMay } from '../../../providers/use-may';
import { Concerns } from './concerns';
import { EvidenceSize } from './evidence-size';
import { ExhibitList } from './exhibit-list';
import { FormFields } from './form-fields';
import { StatementEditor } from './statement-editor';
import { type EvidenceChange, useEvidence } from './use-evidence';

const PdfPreview = lazy(() => import('./pdf-preview'));

interface EvidenceBuilderProps {
  disputeId: string;
  /** The button that sends it, given what would be sent; null while an edit is not in the document yet. */
  submit: (pack: EvidencePack | null) => ReactNode;
}

/** What is sent on the left, how it looks on the right: every change is written at once and drawn at once. */
export function EvidenceBuilder({ disputeId, submit }: EvidenceBuilderProps) {
  const translate = useTranslate();
  const format = useFormat();
  const may = useMay('dispute.respond');
  const [dirty, setDirty] = useState(false);
  const { data: pack, error, isPending, refetch, write } = useEvidence(disputeId);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  const fixed = !may || !pack.editable;
  const change = (next: EvidenceChange) => write.mutate({ pack, change: next });
  return (
    <Box sx={{ containerType: 'inline-size' }}>
      {write.error && (
        <Alert severity="error" sx={{ marginBottom: 2 }}>
          {write.error.message}
        </Alert>
      )}
      {pack.sentAt && (
        <Alert severity="success" sx={{ marginBottom: 2 }}>
          {translate('evidence.sent', { when: format.timeWithOffset(pack.sentAt) })}
        </Alert>
      )}
      {pack.masked && (
        <Alert severity="info" sx={{ marginBottom: 2 }}>
          {translate('evidence.masked')}
        </Alert>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: 'minmax(0, 1fr)',
          '@container (min-width: 740px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Concerns pack={pack} />
          <StatementEditor
            pack={pack}
            disabled={fixed}
            busy={write.isPending}
            onDirty={setDirty}
            onSave={(statement) => change({ statement })}
          />
          <ExhibitList
            pack={pack}
            disabled={fixed || write.isPending}
            onChange={(key, included) => change({ exhibits: { [key]: included } })}
          />
          <Section title={translate('evidence.form')} hint={translate('evidence.form_hint')}>
            <FormFields fields={pack.fields} />
          </Section>
        </Box>
        <Preview pack={pack}>{submit(dirty || write.isPending ? null : pack)}</Preview>
      </Box>
    </Box>
  );
}

function Preview({ pack, children }: { pack: EvidencePack; children: ReactNode }) {
  const translate = useTranslate();
  const url = staffUrl(`disputes/${encodeURIComponent(pack.disputeId)}/evidence.pdf`);
  return (
    <Box sx={{ position: 'sticky', top: 72, minWidth: 0 }}>
      <Section
        title={translate('evidence.preview')}
        flush
        action={
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Button href={url} target="_blank" rel="noopener" startIcon={<OpenInNewOutlined />}>
              {translate('evidence.open_pdf')}
            </Button>
            {children}
          </Box>
        }
      >
        <Box sx={{ padding: '0 16px 8px' }}>
          <EvidenceSize size={pack.size} />
        </Box>
        <Box sx={{ maxHeight: 'calc(100vh - 190px)', overflowY: 'auto' }} tabIndex={-1}>
          <Suspense fallback={<Skeleton variant="rectangular" height={480} />}>
            <PdfPreview disputeId={pack.disputeId} hash={pack.hash} />
          </Suspense>
        </Box>
      </Section>
    </Box>
  );
}
