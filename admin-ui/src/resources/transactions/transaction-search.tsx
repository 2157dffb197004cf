import { useTranslate } from 'react-admin';
import { useFilters } from '../../list/filter-bar';
import { SearchField } from '../../list/search-field';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One field for both ids people paste: a transaction's id finds that one, anything else is an account's. */
export function TransactionSearch() {
  const translate = useTranslate();
  const { values, set } = useFilters();
  const [id] = Array.isArray(values['id']) ? values['id'] : [];
  const applied = String(id ?? values['accountId'] ?? '');
  return (
    <SearchField
      label={translate('transaction.search')}
      applied={applied}
      width={220}
      onSearch={(text) =>
        set(UUID.test(text) ? { id: [text.toLowerCase()], accountId: null } : { id: null, accountId: text })
      }
    />
  );
}
