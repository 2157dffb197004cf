import type { StaffDisputeDetail } from '@coinwarden/contracts';
import { isClosed } from '@coinwarden/domain';
import { Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useRefresh, useTranslate } from 'react-admin';
import { sendJson } from '../../../providers/http';
import { useMay } from '../../../providers/use-may';
import { useSession } from '../../../providers/use-session';

/** Whose work it is, and how to take it or give it back. */
export function Assignee({ dispute }: { dispute: StaffDisputeDetail }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  const may = useMay('dispute.respond');
  const me = useSession()?.staff.id;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (staffId: string | null) =>
      sendJson('PUT', `disputes/${encodeURIComponent(dispute.id)}/assignee`, { staffId }),
    onSuccess: () => refresh(),
  });
  const mine = dispute.assignee?.id === me;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 1, flexWrap: 'wrap' }}>
      {dispute.assignee?.name ?? translate('dispute.nobody')}
      {may && me && !isClosed(dispute.status) && (
        <Button
          size="small"
          loading={isPending}
          onClick={() => mutate(mine ? null : me)}
          sx={{ paddingX: 0, paddingY: 0, minWidth: 0, minHeight: 0, lineHeight: 1.5 }}
        >
          {translate(mine ? 'dispute.give_back' : 'dispute.take')}
        </Button>
      )}
      {error && <Box sx={{ color: 'var(--negative)' }}>{error.message}</Box>}
    </Box>
  );
}
