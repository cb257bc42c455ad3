import Tooltip from '@material-ui/core/Tooltip';
import { useFormats } from '../../hooks/useFormats';
import { useNow } from '../../hooks/useNow';

/** "3 min. ago", with the exact time on hover and focus. */
export function RelativeTime(props: {
  time: Date | string;
  /** How often the text is renewed; seconds only where they matter. */
  everyMs?: number;
}) {
  const { exactTime, relativeTime } = useFormats();
  const now = useNow(props.everyMs ?? 10_000);
  return (
    <Tooltip title={exactTime(props.time)}>
      <time dateTime={new Date(props.time).toISOString()}>
        {relativeTime(props.time, now)}
      </time>
    </Tooltip>
  );
}
