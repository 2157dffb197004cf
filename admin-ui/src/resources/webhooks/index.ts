import WebhookOutlined from '@mui/icons-material/WebhookOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const webhooks: Page = {
  name: 'webhooks',
  section: 'administration',
  icon: WebhookOutlined,
  read: 'webhook.read',
  list: lazy(() => import('./webhook-list')),
};
