import { useFilter } from './filter-bar';
import { SearchField } from './search-field';

interface TextFilterProps {
  source: string;
  label: string;
  search?: boolean;
  width?: number;
}

export function TextFilter({ source, label, search = false, width = 200 }: TextFilterProps) {
  const { value, set } = useFilter(source);
  return (
    <SearchField
      label={label}
      applied={typeof value === 'string' ? value : ''}
      onSearch={set}
      width={width}
      glass={search}
    />
  );
}
