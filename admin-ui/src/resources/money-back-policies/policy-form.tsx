import type { MoneyBackPolicyKind } from '@coinwarden/domain';
import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { joined, valueAt, withValueAt } from './at-path';
import { FieldInput } from './field-input';
import { PolicyLayout } from './policy-layout';
import type { Part, Row } from './policy-parts';
import { partKey, useFieldLabel } from './policy-view';
import { RowsForm } from './rows-form';
import { StepsForm } from './steps-form';

interface PolicyFormProps {
  kind: MoneyBackPolicyKind;
  draft: unknown;
  /** By path within the policy. */
  errorAt: (path: string) => string | undefined;
  onChange: (draft: unknown) => void;
}

export function PolicyForm({ kind, draft, errorAt, onChange }: PolicyFormProps) {
  const translate = useTranslate();
  return (
    <PolicyLayout kind={kind}>
      {(part) => {
        const wrong = errorAt(part.path);
        const set = (value: unknown) => onChange(withValueAt(draft, part.path, value));
        return (
          <Section title={translate(`${partKey(kind, part)}.title`)} flush={part.kind === 'table'}>
            {wrong && part.kind === 'table' && (
              <Alert severity="error" sx={{ margin: '0 16px 8px' }}>
                {wrong}
              </Alert>
            )}
            <PartForm part={part} value={valueAt(draft, part.path)} errorAt={errorAt} onChange={set} />
          </Section>
        );
      }}
    </PolicyLayout>
  );
}

interface PartFormProps {
  part: Part;
  value: unknown;
  errorAt: (path: string) => string | undefined;
  onChange: (value: unknown) => void;
}

function PartForm({ part, value, errorAt, onChange }: PartFormProps) {
  const label = useFieldLabel();
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  if (part.kind === 'table') {
    return <RowsForm part={part} rows={listed as readonly Row[]} errorAt={errorAt} onChange={onChange} />;
  }
  if (part.kind === 'steps') {
    return (
      <StepsForm
        options={part.options}
        words={part.words}
        value={listed.map(String)}
        error={errorAt(part.path)}
        onChange={onChange}
      />
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
      {part.fields.map((field) => (
        <FieldInput
          key={field.key}
          field={field}
          label={label(field)}
          value={valueAt(value, field.key)}
          error={errorAt(joined(part.path, field.key))}
          onChange={(next) => onChange(withValueAt(value, field.key, next))}
        />
      ))}
    </Box>
  );
}
