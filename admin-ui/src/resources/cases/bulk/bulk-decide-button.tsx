import type { StaffCase } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { BulkDecideDialog } from './bulk-decide-dialog';

/** Decides the chosen cases alike. */
export function BulkDecideButton() {
  const translate = useTranslate();
  const { selectedIds, onUnselectItems } = useListContext<StaffCase>();
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  return (
    <>
      <Button variant="contained" onClick={() => setChosen(selectedIds.map(String))}>
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
