import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ReviewAction } from './use-review-dialogs';

interface DecisionButtonsProps {
  allowed: readonly ReviewAction[];
  onAsk: (action: ReviewAction) => void;
}

/** Only what the server says this person may do now; for everyone else there is nothing to press. */
export function DecisionButtons({ allowed, onAsk }: DecisionButtonsProps) {
  const translate = useTranslate();
  if (allowed.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      {allowed.includes('decline') && (
        <Button variant="outlined" color="error" onClick={() => onAsk('decline')}>
          {translate('review.decline.button')}
        </Button>
      )}
      {allowed.includes('release') && (
        <Button variant="contained" onClick={() => onAsk('release')}>
          {translate('review.release.button')}
        </Button>
      )}
    </Box>
  );
}
