import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Room, RoomBar } from '../../display/room-bar';
import { Section } from '../../display/section';

const keyOf = (room: Room) => `${room.layer}:${room.measure}:${room.window}:${room.currency}`;
const shareUsed = ({ used, limit }: Room) => (limit === 0 ? 1 : used / limit);

/** The limits that bind an account, the one with the least room first. */
export function LimitRooms({ rooms, hint }: { rooms: readonly Room[]; hint?: string }) {
  const translate = useTranslate();
  const tightestFirst = [...rooms].sort((a, b) => shareUsed(b) - shareUsed(a));
  return (
    <Section title={translate('limit.title')} {...(hint && rooms.length > 0 ? { hint } : {})}>
      {rooms.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('limit.none')}
        </Typography>
      ) : (
        tightestFirst.map((room) => <RoomBar key={keyOf(room)} room={room} />)
      )}
    </Section>
  );
}
