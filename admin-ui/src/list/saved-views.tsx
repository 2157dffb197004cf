import type { SavedViews as Answer, SavedView } from '@coinwarden/contracts';
import BookmarkBorderOutlined from '@mui/icons-material/BookmarkBorderOutlined';
import { Divider, IconButton, ListItemText, ListSubheader, Menu, MenuItem, Tooltip } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useLocation, useNavigate } from 'react-router';
import { readJson } from '../providers/http';
import { ViewDialog } from './view-dialog';

/** The address of a list under a view, which anybody can be sent. */
const addressOf = ({ resource, query }: SavedView) => {
  const [sort, order] = query.sort;
  const params = new URLSearchParams({ filter: JSON.stringify(query.filter), sort, order, page: '1' });
  return `/${resource}?${params}`;
};

/** The views of this list: choose one, keep the present filters as one, change or remove one's own. */
export function SavedViews() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { resource, filterValues, sort } = useListContext();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<SavedView | 'new' | null>(null);
  const { data } = useQuery<Answer>({
    queryKey: [resource, 'saved-views'],
    queryFn: ({ signal }) => readJson<Answer>(`saved-views?resource=${resource}`, signal),
    staleTime: 30_000,
  });
  const views = data?.items ?? [];
  const [asked] = useState(search);
  const preferred = views.find((view) => view.preferred);
  useEffect(() => {
    // Only a list that was asked for without anything begins with it.
    if (asked === '' && search === '' && preferred) navigate(addressOf(preferred), { replace: true });
  }, [asked, search, preferred, navigate]);

  const present = JSON.stringify([filterValues, [sort.field, sort.order]]);
  const isShown = ({ query }: SavedView) => JSON.stringify([query.filter, query.sort]) === present;
  const close = () => setAnchor(null);
  const label = translate('view.title');
  const items = (of: readonly SavedView[]) =>
    of.map((view) => (
      <MenuItem
        key={view.id}
        selected={isShown(view)}
        onClick={() => {
          close();
          navigate(addressOf(view));
        }}
      >
        <ListItemText
          primary={view.name}
          secondary={[
            view.preferred && translate('view.preferred_short'),
            view.mine ? view.shared && translate('view.shared_short') : view.ownerName,
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      </MenuItem>
    ));
  const own = views.filter(({ mine }) => mine);
  const others = views.filter(({ mine }) => !mine);
  const shown = views.find(isShown);
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ color: 'var(--muted)' }}
        >
          <BookmarkBorderOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {own.length > 0 && <ListSubheader>{translate('view.own')}</ListSubheader>}
        {items(own)}
        {others.length > 0 && <ListSubheader>{translate('view.of_others')}</ListSubheader>}
        {items(others)}
        {views.length > 0 && <Divider />}
        <MenuItem
          onClick={() => {
            close();
            setDialog('new');
          }}
        >
          {translate('view.save')}
        </MenuItem>
        {shown && (
          <MenuItem
            onClick={() => {
              close();
              setDialog(shown);
            }}
          >
            {translate('view.edit', { name: shown.name })}
          </MenuItem>
        )}
      </Menu>
      {dialog !== null && (
        <ViewDialog
          view={dialog === 'new' ? null : dialog}
          resource={resource}
          query={{ filter: filterValues, sort: [sort.field, sort.order] }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
