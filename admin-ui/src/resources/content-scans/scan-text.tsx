import type { StaffContentScanDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { MONO } from '../../theme/theme';
import { piecesOf, type TextPart } from './readable-text';

type Scanned = Pick<StaffContentScanDetail, 'text' | 'spans'>;

/** More is cut off on screen: nobody reads it, and it would make the page slow. */
const SHOWN_CHARS = 40_000;

/**
 * A text as it was written, kept apart from the page: its own direction, its evidence marked, and what nobody would see
 * shown as a code.
 */
export function ScanText({ text, spans }: Scanned) {
  const translate = useTranslate();
  const shown = text.slice(0, SHOWN_CHARS);
  return (
    <Box
      component="blockquote"
      dir="auto"
      // A long text scrolls inside its pane, also by keyboard.
      tabIndex={0}
      aria-label={translate('content.text')}
      sx={{
        margin: 0,
        padding: '10px 12px',
        maxHeight: 360,
        overflow: 'auto',
        backgroundColor: 'var(--sunken)',
        borderRadius: '6px',
        unicodeBidi: 'isolate',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        fontSize: '0.875rem',
        lineHeight: 1.6,
      }}
    >
      {piecesOf(shown, spans).map(({ start, codes, parts }) =>
        codes.length === 0 ? (
          <Parts key={start} parts={parts} />
        ) : (
          <Box
            key={start}
            component="mark"
            title={codes.map((code) => translate(`reason.${code}`, { _: code })).join(' ')}
            sx={{
              color: 'var(--negative)',
              backgroundColor: 'var(--negative-soft)',
              // No space of its own: it would tear apart what stands together.
              padding: '1px 0',
              boxDecorationBreak: 'clone',
            }}
          >
            <Parts parts={parts} />
          </Box>
        ),
      )}
      {text.length > SHOWN_CHARS && '…'}
    </Box>
  );
}

const Parts = ({ parts }: { parts: readonly TextPart[] }) =>
  parts.map((part, i) =>
    'text' in part ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a piece never change places
      <bdi key={i}>{part.text}</bdi>
    ) : (
      <Box
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a piece never change places
        key={i}
        component="code"
        sx={{
          fontFamily: MONO,
          fontSize: '0.6875rem',
          color: 'var(--caution)',
          backgroundColor: 'var(--caution-soft)',
          borderRadius: '3px',
          padding: '0 3px',
          marginX: '1px',
        }}
      >
        {part.hidden}
      </Box>
    ),
  );
