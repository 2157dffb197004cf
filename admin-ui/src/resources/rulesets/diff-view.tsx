import type { RuleView as RuleRecord, RulesetDiffView } from '@coinwarden/contracts';
import { diffText, type TextPart } from '@coinwarden/domain';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';
import { useFormat } from '../../i18n/use-format';
import { MONO } from '../../theme/theme';

type Change = RulesetDiffView['changed'][number]['fields'][number] | RulesetDiffView['thresholds'][number];

/** Rule by rule what one version does otherwise than another. */
export function DiffView({ diff }: { diff: RulesetDiffView }) {
  const translate = useTranslate();
  const { added, removed, changed, thresholds } = diff;
  if (added.length + removed.length + changed.length + thresholds.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
        {translate('ruleset_page.no_changes')}
      </Typography>
    );
  }
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.5, fontSize: '0.8125rem' }}
    >
      {thresholds.length > 0 && (
        <Entry tone="info" word="changed" title={translate('ruleset_page.thresholds')}>
          <Changes changes={thresholds} />
        </Entry>
      )}
      {added.map((rule) => (
        <Entry key={rule.key} tone="positive" word="added" title={rule.key}>
          <Whole rule={rule} />
        </Entry>
      ))}
      {changed.map(({ key, fields }) => (
        <Entry key={key} tone="caution" word="changed" title={key}>
          <Changes changes={fields} />
        </Entry>
      ))}
      {removed.map((rule) => (
        <Entry key={rule.key} tone="negative" word="removed" title={rule.key}>
          <Whole rule={rule} />
        </Entry>
      ))}
    </Box>
  );
}

interface EntryProps {
  tone: Tone;
  word: 'added' | 'changed' | 'removed';
  title: string;
  children: ReactNode;
}

function Entry({ tone, word, title, children }: EntryProps) {
  const translate = useTranslate();
  return (
    <Box component="li" sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, marginBottom: 0.5 }}>
        <Tag tone={tone}>{translate(`ruleset_page.${word}`)}</Tag>
        <strong>{title}</strong>
      </Box>
      {children}
    </Box>
  );
}

const Whole = ({ rule }: { rule: RuleRecord }) => (
  <>
    <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
      {rule.description}
    </Typography>
    <Box component="code" sx={{ fontFamily: MONO, fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
      {rule.condition}
    </Box>
  </>
);

const MARK = { padding: '0 3px', borderRadius: '4px', overflowWrap: 'anywhere' } as const;

function Changes({ changes }: { changes: readonly Change[] }) {
  const translate = useTranslate();
  const text = useFieldValue();
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <Box component="span" sx={{ color: 'var(--muted)' }}>
            {translate(`ruleset_page.field.${field}`)}:{' '}
          </Box>
          <Box component="span" sx={field === 'condition' ? CODE : { overflowWrap: 'anywhere' }}>
            {READ.has(field) ? (
              diffText(text(field, before), text(field, after)).map((part, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in their order
                <Part key={place} {...part} />
              ))
            ) : (
              <>
                <Part kind="removed" text={text(field, before)} />{' '}
                <Part kind="added" text={text(field, after)} />
              </>
            )}
          </Box>
        </div>
      ))}
    </Box>
  );
}

/** Fields that are texts: in these it counts what within them is another. */
const READ: ReadonlySet<string> = new Set(['condition', 'description', 'message']);
const CODE = { fontFamily: MONO, fontSize: '0.75rem', overflowWrap: 'anywhere' } as const;

function Part({ kind, text }: TextPart) {
  if (kind === 'same') return <>{text}</>;
  const added = kind === 'added';
  return (
    <Box
      component={added ? 'ins' : 'del'}
      sx={{
        ...MARK,
        color: added ? 'var(--positive)' : 'var(--negative)',
        backgroundColor: added ? 'var(--positive-soft)' : 'var(--negative-soft)',
        textDecoration: added ? 'none' : 'line-through',
      }}
    >
      {text}
    </Box>
  );
}

/** Words where the console has them, what stands there otherwise. */
function useFieldValue() {
  const translate = useTranslate();
  const format = useFormat();
  return (field: Change['field'], value: Change['before']): string => {
    if (field === 'kinds')
      return Array.isArray(value)
        ? format.list(value.map((kind) => translate(`kind.${kind}`)))
        : translate('rule.every_kind');
    const words: Partial<Record<Change['field'], string>> = {
      group: 'rule_group',
      effect: 'effect',
      mode: 'rule_mode',
    };
    const word = words[field];
    return word ? translate(`${word}.${value}`, { _: String(value) }) : String(value ?? '–');
  };
}
