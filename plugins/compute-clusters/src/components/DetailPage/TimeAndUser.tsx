import { useTexts } from '../../hooks/useTexts';
import { RelativeTime } from '../common/RelativeTime';
import { UserName } from '../common/UserName';

/** When something was done, and by whom. */
export function TimeAndUser(props: { time: Date; user: string }) {
  const t = useTexts();
  return (
    <>
      <RelativeTime time={props.time} />
      {` ${t('detail.by')} `}
      <UserName name={props.user} />
    </>
  );
}
