import { Box } from '@mui/material';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { TwoLines } from '../../display/two-lines';
import { offsetAt } from '../../i18n/offset';
import { useFormat } from '../../i18n/use-format';

interface ZonedInstantProps {
  value: string;
  /** The zone of the account, whose days and months count. */
  timeZone: string;
}

/** A moment on the clock of the account, as one would tell its owner, and below it on the reader's own where that differs. */
export function ZonedInstant({ value, timeZone }: ZonedInstantProps) {
  const translate = useTranslate();
  const { locale, timeZone: own, timeWithOffset } = useFormat();
  const format = useMemo(
    () =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        timeStyle: 'medium',
        hourCycle: 'h23',
        timeZone,
      }),
    [locale, timeZone],
  );
  const same = offsetAt(value, own) === offsetAt(value, timeZone);
  return (
    <TwoLines below={!same && translate('spending.your_time', { time: timeWithOffset(value) })}>
      <Box component="time" dateTime={value}>
        {format.format(new Date(value))}{' '}
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          {offsetAt(value, timeZone)}
        </Box>
      </Box>
    </TwoLines>
  );
}
