import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { Box, InputAdornment, LinearProgress, TextField, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../../../display/amounts';
import { ErrorState } from '../../../display/error-state';
import { Instant } from '../../../display/instant';
import { Section } from '../../../display/section';
import { AccountStatusTag } from '../../../display/words';
import { ArrowList, moveFocus } from './arrow-list';
import { ChoiceRow } from './choice-row';
import { useCustomerSearch } from './use-customer-search';

const PAUSE_MS = 250;

interface FindCustomerProps {
  onCustomer: (accountId: string) => void;
  onPurchase: (accountId: string, purchaseId: string) => void;
}

/** One field for whatever the customer can name; the arrow keys lead into what was found. */
export function FindCustomer({ onCustomer, onPurchase }: FindCustomerProps) {
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const pane = useRef<HTMLDivElement>(null);
  const translate = useTranslate();
  const found = useCustomerSearch(text);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const label = translate('refund_wizard.search');
  return (
    <Section title={translate('refund_wizard.find')} flush>
      <Box ref={pane}>
        <Box sx={{ padding: '4px 16px 14px' }}>
          <TextField
            fullWidth
            autoFocus
            placeholder={label}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => moveFocus(event, pane.current)}
            slotProps={{
              htmlInput: { 'aria-label': label, spellCheck: false, autoComplete: 'off' },
              input: {
                startAdornment: (
                  <InputAdornment position="start">
                    <SearchOutlined fontSize="small" />
                  </InputAdornment>
                ),
              },
            }}
          />
        </Box>
        <Box sx={{ height: 2 }}>{found.isPending && <LinearProgress sx={{ height: 2 }} />}</Box>
        {found.error ? (
          <ErrorState error={found.error} />
        ) : (
          <ArrowList label={translate('refund_wizard.found')}>
            {found.purchases.map((purchase) => (
              <ChoiceRow
                key={purchase.id}
                testId="found-purchase"
                onChoose={() => onPurchase(purchase.accountId, purchase.id)}
              >
                <Row>
                  <span>
                    {translate('refund_wizard.purchase_of')} <strong>{purchase.accountId}</strong>
                  </span>
                  <span>
                    <Money value={purchase.money} /> · <Instant value={purchase.decidedAt} form="date" />
                  </span>
                </Row>
              </ChoiceRow>
            ))}
            {found.accounts.map((account) => (
              <ChoiceRow key={account.id} testId="found-account" onChoose={() => onCustomer(account.id)}>
                <Row>
                  <span>
                    <strong>{account.displayName ?? account.id}</strong>{' '}
                    <Box component="span" sx={{ color: 'var(--muted)' }}>
                      {account.id}
                      {account.email && ` · ${account.email}`}
                    </Box>
                  </span>
                  <AccountStatusTag value={account.status} />
                </Row>
              </ChoiceRow>
            ))}
          </ArrowList>
        )}
        {(typed === '' || found.isEmpty) && (
          <Typography variant="body2" sx={{ color: 'var(--muted)', padding: '0 16px 14px' }}>
            {translate(found.isEmpty ? 'refund_wizard.none' : 'refund_wizard.search_hint')}
          </Typography>
        )}
      </Box>
    </Section>
  );
}

const Row = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 12px' }}>
    {children}
  </Box>
);
