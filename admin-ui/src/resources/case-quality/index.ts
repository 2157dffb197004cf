import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const caseQuality: Page = {
  name: 'case-quality',
  section: 'work',
  icon: HandshakeOutlined,
  read: 'case.quality',
  page: lazy(() => import('./quality-page')),
};
