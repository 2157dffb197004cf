import type { PromotionCodesAnswer, StaffPromotion } from '@coinwarden/contracts';
import { MAX_CODES_AT_ONCE } from '@coinwarden/domain';
import { Box, TextField } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { ActionDialog } from '../../../actions/action-dialog';
import { useWrite } from '../../../actions/use-write';
import { useFormat } from '../../../i18n/use-format';
import type { ConsoleDataProvider } from '../../../providers/data-provider';
import { DrawnCodes } from './drawn-codes';

interface AddCodesProps {
  promotion: StaffPromotion;
  onClose: () => void;
}

/** Draws codes, and hands over just these. */
export function AddCodes({ promotion, onClose }: AddCodesProps) {
  const [count, setCount] = useState('100');
  const [prefix, setPrefix] = useState('');
  const [drawn, setDrawn] = useState<readonly string[] | null>(null);
  const translate = useTranslate();
  const format = useFormat();
  const dataProvider = useDataProvider<ConsoleDataProvider>();
  const { write, busy, problem, fields } = useWrite<PromotionCodesAnswer>({
    done: 'promotion.code.added',
    onDone: ({ codes }) => setDrawn(codes),
  });
  if (drawn) return <DrawnCodes promotionId={promotion.id} codes={drawn} onClose={onClose} />;
  const wanted = /^\d{1,6}$/.test(count.trim()) ? Number(count) : 0;
  const fits = wanted >= 1 && wanted <= MAX_CODES_AT_ONCE;
  const most = translate('promotion.code.at_most', { most: format.number(MAX_CODES_AT_ONCE) });
  return (
    <ActionDialog
      open
      title={translate('promotion.code.add_title')}
      confirmLabel={translate('promotion.code.add')}
      reason="none"
      ready={fits}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() =>
        write(() =>
          dataProvider.act(
            { resource: 'promotions', id: promotion.id, action: 'add_codes' },
            { count: wanted, ...(prefix.trim() !== '' && { prefix: prefix.trim() }) },
          ),
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
        <span>{translate('promotion.code.add_effect')}</span>
        <TextField
          label={translate('promotion.code.how_many')}
          value={count}
          onChange={({ target }) => setCount(target.value)}
          error={(count !== '' && !fits) || fields['count'] !== undefined}
          helperText={fields['count'] ?? most}
          autoFocus
          required
          slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
        />
        <TextField
          label={translate('promotion.code.prefix')}
          value={prefix}
          onChange={({ target }) => setPrefix(target.value)}
          error={fields['prefix'] !== undefined}
          helperText={fields['prefix'] ?? translate('promotion.code.prefix_hint')}
          slotProps={{ htmlInput: { maxLength: 12, spellCheck: false, autoComplete: 'off' } }}
        />
      </Box>
    </ActionDialog>
  );
}
