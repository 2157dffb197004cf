import PeopleAltOutlined from '@mui/icons-material/PeopleAltOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const accounts: Page = {
  name: 'accounts',
  section: 'work',
  icon: PeopleAltOutlined,
  read: 'account.read',
  list: lazy(() => import('./account-list')),
  show: lazy(() => import('./account-show')),
};
