import LockOutlined from '@mui/icons-material/LockOutlined';
import { Card } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { EmptyState } from '../display/empty-state';

export function AccessDenied() {
  const translate = useTranslate();
  return (
    <Card>
      <Title title={translate('ra.page.access_denied')} />
      <EmptyState
        icon={LockOutlined}
        title={translate('error.forbidden.title')}
        hint={translate('error.forbidden.hint')}
      />
    </Card>
  );
}
