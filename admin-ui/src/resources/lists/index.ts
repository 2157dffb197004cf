import PlaylistAddCheckOutlined from '@mui/icons-material/PlaylistAddCheckOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const lists: Page = {
  name: 'lists',
  section: 'protection',
  icon: PlaylistAddCheckOutlined,
  read: 'list.read',
  write: 'list.write',
  list: lazy(() => import('./list-entries')),
  show: lazy(() => import('./list-entry-show')),
};

export const listUpload: Page = {
  name: 'lists/upload',
  section: null,
  icon: PlaylistAddCheckOutlined,
  read: 'list.write',
  page: lazy(() => import('./list-upload')),
};
