import type { StaffCase } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { BulkDecideDialog } from './bulk-decide-dialog';

/** More than one can look through is not decided alike. */
const AT_MOST = 200;

/** Decides the chosen cases alike. */
export function BulkDecideButton() {
  const translate = useTranslate();
  const { selectedIds, onUnselectItems } = useListContext<StaffCase>();
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  return (
    <>
      <Button
        variant="contained"
        disabled={selectedIds.length > AT_MOST}
        title={
          selectedIds.length > AT_MOST ? translate('case_bulk.at_most', { smart_count: AT_MOST }) : undefined
        }
        onClick={() => setChosen(selectedIds.map(String))}
      >
        {translate('case_bulk.button')}
      </Button>
      {chosen && (
        <BulkDecideDialog
          ids={chosen}
          onClose={(answered) => {
            setChosen(null);
            if (answered) onUnselectItems();
          }}
        />
      )}
    </>
  );
}
