import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const caseAppeals: Page = {
  name: 'case-appeals',
  section: 'work',
  icon: GavelOutlined,
  read: 'appeal.read',
  list: lazy(() => import('./appeal-list')),
};
