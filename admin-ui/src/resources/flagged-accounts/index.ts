import FlagOutlined from '@mui/icons-material/FlagOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const flaggedAccounts: Page = {
  name: 'flagged-accounts',
  section: 'work',
  icon: FlagOutlined,
  read: 'case.read',
  list: lazy(() => import('./flagged-list')),
};
