import type { StaffPackageVersion } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Coins, Count } from '../../display/amounts';
import { ChangedBy } from '../../display/changed-by';
import { Instant } from '../../display/instant';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { TwoLines } from '../../display/two-lines';
import { Word } from '../../display/words';

interface PackageVersionsProps {
  versions: readonly StaffPackageVersion[];
  waiting: readonly StaffPackageVersion[];
}

/** What it holds, held and will hold; a purchase keeps the version it was made of. */
export function PackageVersions({ versions, waiting }: PackageVersionsProps) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.packages.fields.${field}`);
  return (
    <Section title={translate('package.versions')} hint={translate('package.versions_hint')} flush>
      <RecordTable
        label={translate('package.versions')}
        rows={versions}
        rowKey={({ id }) => id}
        empty="–"
        columns={[
          {
            label: translate('resources.price-points.fields.version'),
            value: (one) => (
              <TwoLines below={<Instant value={one.validFrom} form="date" />}>
                {one.version}{' '}
                {one.current && (
                  <Tag tone="positive" quiet>
                    {translate('package.version_current')}
                  </Tag>
                )}
                {waiting.includes(one) && <Tag tone="info">{translate('package.version_waits')}</Tag>}
              </TwoLines>
            ),
          },
          { label: label('name'), value: (one) => one.name },
          { label: label('coins'), numeric: true, value: (one) => <Coins value={one.coins} /> },
          {
            label: label('bonusCoins'),
            numeric: true,
            foldsBelow: 560,
            value: (one) => (one.bonusCoins > 0 ? <Coins value={one.bonusCoins} /> : '–'),
          },
          { label: label('tier'), foldsBelow: 640, value: (one) => <Word of="tier" value={one.tier} /> },
          {
            label: label('position'),
            numeric: true,
            foldsBelow: 860,
            value: (one) => <Count value={one.position} />,
          },
          {
            label: translate('package.changed_by'),
            foldsBelow: 760,
            value: (one) => <ChangedBy by={one.createdBy} at={one.createdAt} why={one.reason} />,
          },
        ]}
      />
    </Section>
  );
}
