import type { Revealed, RevealRequest } from '@coinwarden/contracts';
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import { Box, IconButton, Tooltip } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { Identifier } from '../../../display/identifier';
import { sendJson } from '../../../providers/http';
import { useAccount } from './account-page-context';

interface RevealableProps {
  /** As it is shown to everybody. */
  masked: string;
  what: RevealRequest;
}

/** A masked personal detail; who may see it in clear asks for it, and the server writes that down before it tells. */
export function Revealable({ masked, what }: RevealableProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const { id, reveals } = useAccount();
  // Kept by nothing but this place on the screen: leaving it forgets the value.
  const { mutate, data, reset, isPending } = useMutation({
    mutationFn: () => sendJson<Revealed>('POST', `accounts/${encodeURIComponent(id)}/reveals`, what),
    onError: (error) => notify(error.message, { type: 'error' }),
    gcTime: 0,
  });
  if (!reveals.includes(what.detail)) return <>{masked}</>;
  const label = translate(data ? 'reveal.hide' : 'reveal.show', {
    detail: translate(`personal_detail.${what.detail}`),
  });
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, maxWidth: '100%' }}>
      <Box component="span" aria-live="polite" sx={{ overflowWrap: 'anywhere' }}>
        {data ? <Identifier value={data.value} /> : masked}
      </Box>
      <Tooltip title={data ? label : translate('reveal.logged')}>
        <IconButton
          size="small"
          aria-label={label}
          loading={isPending}
          onClick={() => (data ? reset() : mutate())}
          sx={{ padding: '2px', color: 'var(--muted)' }}
        >
          {data ? (
            <VisibilityOffOutlined sx={{ fontSize: 16 }} />
          ) : (
            <VisibilityOutlined sx={{ fontSize: 16 }} />
          )}
        </IconButton>
      </Tooltip>
    </Box>
  );
}
