import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type MoneyValue, useFormat } from '../i18n/use-format';

export function Coins({ value }: { value: number }) {
  const format = useFormat();
  const translate = useTranslate();
  return <Amount text={translate('amount.coins', { smart_count: value, amount: format.number(value) })} />;
}

export function Diamonds({ value }: { value: number }) {
  const format = useFormat();
  const translate = useTranslate();
  return <Amount text={translate('amount.diamonds', { smart_count: value, amount: format.number(value) })} />;
}

export function Money({ value }: { value: MoneyValue | null | undefined }) {
  const format = useFormat();
  return value ? <Amount text={format.money(value)} /> : <>–</>;
}

export function Count({ value }: { value: number | null | undefined }) {
  const format = useFormat();
  return value === null || value === undefined ? <>–</> : <Amount text={format.number(value)} />;
}

const Amount = ({ text }: { text: string }) => (
  <Box component="span" className="tabular" sx={{ whiteSpace: 'nowrap' }}>
    {text}
  </Box>
);
