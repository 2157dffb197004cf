import type { StaffQueue } from '@coinwarden/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { useQueueNames } from '../cases/use-queue-names';
import { OrderButtons, useOrder } from './order-buttons';
import { QueueDialog } from './queue-dialog';
import { useQueueText } from './queue-text';
import { RetireQueueDialog } from './retire-queue-dialog';
import { SetupList, SetupRow } from './setup-list';
import { useAll } from './use-all';
import { useChangeText } from './use-change-text';

/** Where alerts go. The order counts: the first queue that takes an alert gets it. */
export function QueuesTab() {
  const translate = useTranslate();
  const { queueName } = useQueueNames();
  const { takes, promises } = useQueueText();
  const changeText = useChangeText();
  const { data = [], error, isPending, refetch } = useAll<StaffQueue>('queues');
  const [edited, setEdited] = useState<StaffQueue | 'new' | null>(null);
  const [retiring, setRetiring] = useState<StaffQueue | null>(null);
  const worked = data.filter(({ retiredInto }) => retiredInto === null);
  const { move, busy } = useOrder(
    'queues/order',
    worked.map(({ id }) => id),
  );
  return (
    <>
      <SetupList
        hint={translate('case_setup.queues_hint')}
        label={translate('case_setup.tab.queues')}
        error={error}
        isPending={isPending}
        onRetry={refetch}
        add={translate('case_setup.add_queue')}
        onAdd={() => setEdited('new')}
      >
        {data.map((queue, place) => (
          <SetupRow
            key={queue.id}
            title={queueName(queue)}
            order={
              <OrderButtons
                name={queueName(queue)}
                first={place === 0}
                last={place >= worked.length - 1}
                hidden={queue.retiredInto !== null}
                busy={busy}
                onMove={(step) => void move(queue.id, step)}
              />
            }
            tags={
              <>
                {queue.retiredInto !== null && (
                  <Tag tone="caution">
                    {translate('case_setup.retired_into', { name: queueName(queue.retiredInto) })}
                  </Tag>
                )}
                {queue.retiredInto === null && queue.paused && (
                  <Tag tone="caution">{translate('case_setup.paused')}</Tag>
                )}
                {place === worked.length - 1 && <Tag>{translate('case_setup.last')}</Tag>}
              </>
            }
            more={
              queue.allowedActions.includes('retire') && {
                label: translate('case_setup.retire.open'),
                onClick: () => setRetiring(queue),
              }
            }
            editLabel={queue.retiredInto === null ? undefined : translate('case_setup.bring_back')}
            meta={changeText({ no: queue.revision, at: queue.changedAt, by: queue.changedBy })}
            onEdit={() => setEdited(queue)}
          >
            <span>{takes(queue)}</span>
            <span style={{ color: 'var(--muted)' }}>{promises(queue)}</span>
          </SetupRow>
        ))}
      </SetupList>
      {retiring && (
        <RetireQueueDialog
          queue={retiring}
          others={worked.filter(({ id }) => id !== retiring.id)}
          onClose={() => setRetiring(null)}
        />
      )}
      {edited && <QueueDialog queue={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}
