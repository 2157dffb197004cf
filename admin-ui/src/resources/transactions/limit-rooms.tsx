import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Room, RoomBar } from '../../display/room-bar';
import { Section } from '../../display/section';

const keyOf = (room: Room) => `${room.layer}:${room.measure}:${room.window}:${room.currency}`;

export function LimitRooms({ rooms, hint }: { rooms: readonly Room[]; hint?: string }) {
  const translate = useTranslate();
  return (
    <Section title={translate('limit.title')} {...(hint && rooms.length > 0 ? { hint } : {})}>
      {rooms.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('limit.none')}
        </Typography>
      ) : (
        rooms.map((room) => <RoomBar key={keyOf(room)} room={room} />)
      )}
    </Section>
  );
}
