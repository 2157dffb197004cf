import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { type Location, useBlocker } from 'react-router';
import { useAnythingUnsaved } from '../actions/use-unsaved';

const SIGN_IN = '/login';

/** Who signs out, or was signed out, is not held back: nothing could be saved any more. */
const leaves = (from: Location, to: Location) =>
  to.pathname !== SIGN_IN && (from.pathname !== to.pathname || from.search !== to.search);

/** Asks before a link, the back button or closing the tab throws away what was typed. */
export const LeaveGuard = () => (useAnythingUnsaved() ? <Guard /> : null);

// Only there while there is something to lose: a router with a blocker complains of every address typed by hand.
function Guard() {
  const translate = useTranslate();
  const { state, proceed, reset } = useBlocker(({ currentLocation, nextLocation }) =>
    leaves(currentLocation, nextLocation),
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <Dialog
      open={state === 'blocked'}
      onClose={reset}
      maxWidth="xs"
      fullWidth
      role="alertdialog"
      aria-labelledby="leave-title"
      aria-describedby="leave-hint"
    >
      <DialogTitle id="leave-title">{translate('leave.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText id="leave-hint" variant="body2">
          {translate('leave.hint')}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button color="error" onClick={proceed}>
          {translate('leave.leave')}
        </Button>
        <Button variant="contained" onClick={reset} autoFocus>
          {translate('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
