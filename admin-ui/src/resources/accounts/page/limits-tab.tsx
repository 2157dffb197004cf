import { LimitRooms } from '../../transactions/limit-rooms';
import { useAccount } from './account-page-context';

/** What the customer may still spend, and under which limits. */
export default function LimitsTab() {
  const { limits } = useAccount();
  return <LimitRooms rooms={limits} />;
}
