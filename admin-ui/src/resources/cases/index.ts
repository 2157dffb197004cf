import AssignmentOutlined from '@mui/icons-material/AssignmentOutlined';
import InboxOutlined from '@mui/icons-material/InboxOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const caseQueues: Page = {
  name: 'queues',
  section: 'work',
  icon: InboxOutlined,
  read: 'case.read',
  page: lazy(() => import('./queues-page')),
};

export const cases: Page = {
  name: 'cases',
  section: 'work',
  icon: AssignmentOutlined,
  read: 'case.read',
  list: lazy(() => import('./case-list')),
  show: lazy(() => import('./case-show')),
};
