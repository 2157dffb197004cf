import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined';
import { Button, Card } from '@mui/material';
import { useEffect } from 'react';
import { useResourceDefinitions, useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router';
import { Refusal } from '../providers/http';
import { EmptyState } from './empty-state';

const RETRY_MS = 10_000;

/** The resource in the address of one of its records. */
const RECORD_PAGE = /^\/([^/]+)\/[^/]+\/show$/;

const kindOf = (error: unknown) => {
  if (!(error instanceof Refusal)) return 'unexpected';
  if (error.status === 0) return 'unreachable';
  if (error.status === 403) return 'forbidden';
  if (error.status === 404) return 'missing';
  return 'refused';
};

const ICONS = {
  unexpected: ErrorOutline,
  unreachable: CloudOffOutlined,
  forbidden: LockOutlined,
  missing: SearchOffOutlined,
  refused: ErrorOutline,
};

/** What went wrong in plain words, the request to quote to support, and the way back; a lost server is asked again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const translate = useTranslate();
  const kind = kindOf(error);
  const [, resource = ''] = RECORD_PAGE.exec(useLocation().pathname) ?? [];
  const listed = useResourceDefinitions()[resource]?.hasList === true;
  useEffect(() => {
    if (kind !== 'unreachable' || !onRetry) return;
    const timer = setInterval(onRetry, RETRY_MS);
    return () => clearInterval(timer);
  }, [kind, onRetry]);
  const requestId = error instanceof Refusal ? error.requestId : null;
  const message =
    kind === 'refused' && error instanceof Error ? error.message : translate(`error.${kind}.hint`);
  return (
    <Card role="alert">
      <EmptyState
        icon={ICONS[kind]}
        title={translate(`error.${kind}.title`)}
        hint={requestId ? `${message} ${translate('error.request', { id: requestId })}` : message}
        action={
          kind === 'missing' && listed ? (
            <Button variant="outlined" component={Link} to={`/${resource}`}>
              {translate('error.to_list')}
            </Button>
          ) : (
            onRetry &&
            kind !== 'forbidden' && (
              <Button variant="outlined" onClick={onRetry}>
                {translate('error.retry')}
              </Button>
            )
          )
        }
      />
    </Card>
  );
}
