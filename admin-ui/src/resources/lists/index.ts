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
};
