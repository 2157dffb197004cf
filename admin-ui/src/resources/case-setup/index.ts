import TuneOutlined from '@mui/icons-material/TuneOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const caseSetup: Page = {
  name: 'case-setup',
  section: 'administration',
  icon: TuneOutlined,
  read: 'case.read',
  page: lazy(() => import('./setup-page')),
};
