import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { Box } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Coins, Money } from '../display/amounts';
import { Tag } from '../display/tag';
import { useFormat } from '../i18n/use-format';
import type { Choice } from './choices';
import { HIT_KINDS } from './hit-kinds';

interface ChoiceRowProps {
  id: string;
  choice: Choice;
  active: boolean;
  onPoint: () => void;
  onOpen: (choice: Choice) => void;
}

/** A link, so that the pointer opens it in a new tab as any other; the keyboard stays in the field. */
export function ChoiceRow({ id, choice, active, onPoint, onOpen }: ChoiceRowProps) {
  const { icon: Icon = HistoryOutlined, hit } = choice;
  const row = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <Box
      ref={row}
      component={Link}
      to={choice.to}
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onMouseMove={active ? undefined : onPoint}
      onClick={(event) => !(event.ctrlKey || event.metaKey || event.shiftKey) && onOpen(choice)}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        minHeight: 44,
        padding: '5px 10px',
        borderRadius: '7px',
        color: 'inherit',
        textDecoration: 'none',
        cursor: 'pointer',
        backgroundColor: active ? 'var(--accent-soft)' : 'transparent',
        scrollMarginBlock: '32px',
      }}
    >
      <Icon sx={{ fontSize: 18, color: 'var(--muted)', flexShrink: 0 }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: 500 }}>
          {choice.title}
        </Box>
        <Detail choice={choice} />
      </Box>
      {hit?.money && <Money value={hit.money} />}
      {hit && !hit.money && hit.coins !== null && hit.kind !== 'transaction' && <Coins value={hit.coins} />}
      {hit && <HitStatus hit={hit} />}
    </Box>
  );
}

function Detail({ choice: { detail, hit } }: { choice: Choice }) {
  const translate = useTranslate();
  const format = useFormat();
  const parts = [
    hit && typeText(hit, translate),
    detail,
    hit?.at && format.shortTime(hit.at),
    hit && countText(hit, translate),
  ];
  const text = parts.filter(Boolean).join(' · ');
  if (text === '') return null;
  return (
    <Box
      sx={{
        color: 'var(--muted)',
        fontSize: '0.75rem',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      }}
    >
      {text}
    </Box>
  );
}

type Hit = NonNullable<Choice['hit']>;
type Translate = ReturnType<typeof useTranslate>;

/** Reasons of refunds may be written by a lead: then the code is all there is here. */
const typeText = ({ kind, type }: Hit, translate: Translate): string | null => {
  const words = HIT_KINDS[kind].type;
  return type === null || !words ? null : translate(`${words}.${type}`, { _: type });
};

const countText = ({ kind, count }: Hit, translate: Translate): string | null =>
  count === null
    ? null
    : translate(kind === 'domain' ? 'search.texts' : 'search.accounts', { smart_count: count });

function HitStatus({ hit: { kind, status } }: { hit: Hit }) {
  const translate = useTranslate();
  const words = HIT_KINDS[kind].status;
  if (status === null || !words) return null;
  return <Tag>{translate(`${words}.${status}`, { _: status })}</Tag>;
}
