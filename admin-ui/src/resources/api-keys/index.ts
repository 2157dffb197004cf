import KeyOutlined from '@mui/icons-material/KeyOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const apiKeys: Page = {
  name: 'api-keys',
  section: 'administration',
  icon: KeyOutlined,
  read: 'api_key.read',
  write: 'api_key.write',
  list: lazy(() => import('./api-key-list')),
};
