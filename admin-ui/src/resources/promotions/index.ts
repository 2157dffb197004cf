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
  show: lazy(() => import('./promotion-show')),
};

export const promotionCalendar: Page = {
  name: 'promotions/calendar',
  section: null,
  icon: CampaignOutlined,
  read: 'catalogue.read',
  page: lazy(() => import('./calendar/calendar-page')),
  path: 'promotions/calendar/:view?/:day?',
};

export const newPromotion: Page = {
  name: 'promotions/create',
  section: null,
  icon: CampaignOutlined,
  read: 'catalogue.write',
  page: lazy(() => import('./builder/create-page')),
};

export const promotionEditor: Page = {
  name: 'promotions/edit',
  section: null,
  icon: CampaignOutlined,
  read: 'catalogue.write',
  page: lazy(() => import('./builder/edit-page')),
  path: 'promotions/:id/edit',
};
