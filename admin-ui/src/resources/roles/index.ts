import AdminPanelSettingsOutlined from '@mui/icons-material/AdminPanelSettingsOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const roles: Page = {
  name: 'roles',
  section: 'administration',
  icon: AdminPanelSettingsOutlined,
  read: 'staff.read',
  list: lazy(() => import('./role-matrix')),
};
