import type { AuditRecordView } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';

export function ActorName({ actor }: { actor: AuditRecordView['actor'] }) {
  const translate = useTranslate();
  if (actor.type === 'system') {
    return (
      <>
        {translate('actor.system')}{' '}
        <Box component="span" sx={{ color: 'var(--muted)' }}>
          {actor.id}
        </Box>
      </>
    );
  }
  return (
    <>
      {actor.name ?? actor.id}{' '}
      <Box component="span" sx={{ color: 'var(--muted)' }}>
        {translate(`actor.${actor.type}`)}
      </Box>
    </>
  );
}
