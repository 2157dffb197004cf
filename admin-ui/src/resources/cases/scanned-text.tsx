import type { StaffContentScanDetail } from '@coinwarden/contracts';
import { Box, Skeleton } from '@mui/material';
import { useGetOne, useTranslate } from 'react-admin';
import { TextLink } from '../../display/text-link';
import { useMay } from '../../providers/use-may';
import { ScanText } from '../content-scans/scan-text';

/** The text an alert is about, with its evidence marked; only for those who may read content. */
export const ScannedText = ({ scanId }: { scanId: string }) =>
  useMay('content.read') ? <Text scanId={scanId} /> : null;

function Text({ scanId }: { scanId: string }) {
  const translate = useTranslate();
  const { data, error, isPending } = useGetOne<StaffContentScanDetail>('content-scans', {
    id: scanId,
    meta: { detail: true },
  });
  return (
    <Box sx={{ marginTop: 1, fontSize: '0.8125rem' }}>
      {isPending ? (
        <Skeleton variant="rounded" height={48} />
      ) : error ? (
        translate('case.text_gone')
      ) : (
        <ScanText text={data.text} spans={data.spans} />
      )}
      <TextLink to={`/content-scans/${encodeURIComponent(scanId)}/show`}>{translate('case.scan')}</TextLink>
    </Box>
  );
}
