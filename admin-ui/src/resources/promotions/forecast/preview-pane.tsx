import type { PromotionContents } from '@coinwarden/contracts';
import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../../display/section';
import { CountryPicker } from '../../price-points/place-fields';
import { PreviewView } from './preview-view';
import { useBuyerCountry, usePromotionPreview } from './use-promotion-preview';

interface PreviewPaneProps {
  /** Null while there is too little to look at; `waitsFor` says what is missing. */
  contents: PromotionContents | null;
  waitsFor: string;
  country: string;
  onCountry: (country: string) => void;
  answer: ReturnType<typeof usePromotionPreview>;
}

/** The promotion as a buyer in a chosen country would see it, kept true while it is written. */
export function PreviewPane({ contents, waitsFor, country, onCountry, answer }: PreviewPaneProps) {
  const translate = useTranslate();
  const { preview, error, settled, again } = answer;
  return (
    <Section title={translate('promotion.preview.title')} hint={translate('promotion.preview.hint')}>
      <Box
        aria-busy={contents !== null && !settled && !error}
        data-testid="preview"
        sx={{ display: 'grid', gap: 2, paddingTop: 1.25, gridTemplateColumns: 'minmax(0, 1fr)' }}
      >
        <CountryPicker label={translate('promotion.preview.country')} value={country} onChange={onCountry} />
        {contents === null && (
          <Typography variant="body2" role="status" sx={{ color: 'var(--muted)' }}>
            {waitsFor}
          </Typography>
        )}
        {error && contents !== null && (
          <Alert
            severity="warning"
            action={
              <Button color="inherit" onClick={again}>
                {translate('error.retry')}
              </Button>
            }
          >
            {translate('promotion.preview.failed')} {error.message}
          </Alert>
        )}
        {preview ? (
          <Box sx={{ opacity: settled ? 1 : 0.6, minWidth: 0 }}>
            <PreviewView preview={preview} />
          </Box>
        ) : (
          contents !== null && !error && <Skeleton variant="rounded" height={220} />
        )}
      </Box>
    </Section>
  );
}

/** The pane of a promotion that is not being written. */
export function PreviewOf({ contents, promotionId }: { contents: PromotionContents; promotionId: string }) {
  const [country, setCountry] = useBuyerCountry();
  const answer = usePromotionPreview(contents, { promotionId, country });
  return (
    <PreviewPane contents={contents} waitsFor="" country={country} onCountry={setCountry} answer={answer} />
  );
}
