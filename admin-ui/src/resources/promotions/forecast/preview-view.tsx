import type { PromotionPreview } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ConflictList } from './conflict-list';
import { OfferCards } from './offer-cards';
import { WorstCase } from './worst-case';

/** What a promotion comes to: conflicts and cost first, because the shop may be long. */
export function PreviewView({ preview }: { preview: PromotionPreview }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Part title={translate('promotion.preview.worst')}>
        <WorstCase preview={preview} />
      </Part>
      <Part title={translate('promotion.preview.conflicts')}>
        <ConflictList conflicts={preview.conflicts} />
      </Part>
      <Part title={translate('promotion.preview.shop')}>
        {preview.offers.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
            {translate('promotion.preview.nothing_sold')}
          </Typography>
        ) : (
          <OfferCards offers={preview.offers} />
        )}
      </Part>
    </Box>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box component="section" aria-label={title} sx={{ minWidth: 0 }}>
    <Typography variant="h3" sx={{ fontSize: '0.8125rem', fontWeight: 600, marginBottom: 0.75 }}>
      {title}
    </Typography>
    {children}
  </Box>
);
