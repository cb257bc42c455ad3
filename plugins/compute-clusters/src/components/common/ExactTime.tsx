import type { ReactNode } from 'react';
import Tooltip from '@material-ui/core/Tooltip';
import { useFormats } from '../../hooks/useFormats';

/** A text about a time, with the exact one on hover. */
export function ExactTime(props: { time: Date | string; children: ReactNode }) {
  const { time, children } = props;
  const { exactTime } = useFormats();
  return (
    <Tooltip title={exactTime(time)}>
      <time dateTime={new Date(time).toISOString()}>{children}</time>
    </Tooltip>
  );
}
