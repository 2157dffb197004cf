import type { StaffListEntry } from '@coinwarden/contracts';
import type { ListName } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { TwoLines } from '../../display/two-lines';

const LIST_TONES = { allow: 'positive', block: 'negative', watch: 'caution' } as const;

export function ListTag({ value }: { value: ListName }) {
  const translate = useTranslate();
  return <Tag tone={LIST_TONES[value]}>{translate(`list_name.${value}`)}</Tag>;
}

export function EntryStateTag({ value }: { value: StaffListEntry['state'] }) {
  const translate = useTranslate();
  return (
    <Tag quiet={value === 'in_force'} tone={value === 'in_force' ? 'positive' : 'neutral'}>
      {translate(`list_entry.state.${value}`)}
    </Tag>
  );
}

/** As it was entered, and beneath it how it is compared where that is spelt differently. */
export const EntryValue = ({ entry: { written, value } }: { entry: StaffListEntry }) => (
  <TwoLines below={written !== value && value}>{written}</TwoLines>
);
