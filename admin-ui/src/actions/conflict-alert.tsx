import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';

interface ConflictAlertProps {
  said: string;
  /** Reads what somebody else did; what was typed stays. */
  onLook: () => void;
}

/** Somebody was faster: nothing is overwritten before it was looked at. */
export function ConflictAlert({ said, onLook }: ConflictAlertProps) {
  const translate = useTranslate();
  return (
    <Alert
      severity="warning"
      sx={{ marginTop: 2 }}
      action={
        <Button color="inherit" onClick={onLook}>
          {translate('conflict.look')}
        </Button>
      }
    >
      {said}
    </Alert>
  );
}
