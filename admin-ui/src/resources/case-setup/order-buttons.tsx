import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown';
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp';
import { Box, IconButton } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWrite } from '../../actions/use-write';
import { sendJson } from '../../providers/http';

const swapped = (ids: readonly string[], at: number, with_: number): string[] =>
  ids.with(at, ids[with_]!).with(with_, ids[at]!);

/** Moves one among all: sends the whole order, so two who move at once never leave it half. */
export function useOrder(path: string, ids: readonly string[]) {
  const { write, busy } = useWrite<unknown>({ done: 'case_setup.ordered' });
  const move = (id: string, step: -1 | 1) => {
    const at = ids.indexOf(id);
    return write(() => sendJson('POST', path, { ids: swapped(ids, at, at + step) }));
  };
  return { move, busy };
}

interface OrderButtonsProps {
  name: string;
  first: boolean;
  last: boolean;
  /** It has no place in the order; the room stays, so that the rows line up. */
  hidden?: boolean;
  busy: boolean;
  onMove: (step: -1 | 1) => void;
}

export function OrderButtons({ name, first, last, hidden = false, busy, onMove }: OrderButtonsProps) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', visibility: hidden ? 'hidden' : 'visible' }}>
      <IconButton
        size="small"
        disabled={first || busy}
        onClick={() => onMove(-1)}
        aria-label={translate('case_setup.up', { name })}
        sx={{ width: 24, height: 24, padding: 0 }}
      >
        <KeyboardArrowUp fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        disabled={last || busy}
        onClick={() => onMove(1)}
        aria-label={translate('case_setup.down', { name })}
        sx={{ width: 24, height: 24, padding: 0 }}
      >
        <KeyboardArrowDown fontSize="small" />
      </IconButton>
    </Box>
  );
}
