import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined';
import { Button, Card } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { EmptyState } from '../display/empty-state';

export function NotFound() {
  const translate = useTranslate();
  return (
    <Card>
      <Title title={translate('ra.page.not_found')} />
      <EmptyState
        icon={SearchOffOutlined}
        title={translate('ra.page.not_found')}
        hint={translate('ra.message.not_found')}
        action={
          <Button variant="outlined" component={Link} to="/">
            {translate('shell.to_start')}
          </Button>
        }
      />
    </Card>
  );
}
