import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const promotions: Page = {
  name: 'promotions',
  section: 'economy',
  icon: CampaignOutlined,
  read: 'catalogue.read',
  write: 'catalogue.write',
  list: lazy(() => import('./promotion-list')),
};

export const promotionCalendar: Page = {
  name: 'promotions/calendar',
  section: null,
  icon: CampaignOutlined,
  read: 'catalogue.read',
  page: lazy(() => import('./calendar/calendar-page')),
  path: 'promotions/calendar/:view?/:day?',
};
