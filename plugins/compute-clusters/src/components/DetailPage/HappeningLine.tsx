import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { RunDetails } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { RelativeTime } from '../common/RelativeTime';
import { useReasonText } from '../common/useReasonText';
import { UserName } from '../common/UserName';
import { HappeningMark } from './HappeningMark';
import type { Happening } from './happenings';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '1em minmax(0, 1fr)',
    columnGap: theme.spacing(1),
    fontSize: theme.typography.pxToRem(18),
  },
}));

/** One line of what happened, with its time. */
export function HappeningLine({ happening }: { happening: Happening }) {
  const t = useTexts();
  const { duration } = useFormats();
  const reasonText = useReasonText();
  if (happening.kind === 'activity') {
    const { action, user, message } = happening.activity;
    return (
      <Line happening={happening} details={message}>
        {t(`activity.${action}`)} {t('activity.by')} <UserName name={user} />
      </Line>
    );
  }
  const { kind, run } = happening;
  const end = kind === 'ended' ? endOf(run) : '';
  const details = reasonText(end) ?? end;
  return (
    <Line happening={happening} details={details}>
      {kind === 'ready'
        ? t('happening.ready', {
            run: String(run.sequence),
            time: duration(run.startedAt, run.readyAt),
          })
        : t('happening.ended', { run: String(run.sequence) })}
    </Line>
  );
}

/** Why a run ended; who ended it stands with what he did. */
function endOf({ endReason }: RunDetails): string {
  return endReason?.includes(':') ? '' : endReason ?? '';
}

function Line(props: {
  happening: Happening;
  details: string;
  children: ReactNode;
}) {
  const { happening, details, children } = props;
  return (
    <li className={useStyles().root}>
      <HappeningMark happening={happening} />
      <div>
        <Typography variant="body2">{children}</Typography>
        <Typography variant="caption" color="textSecondary">
          <RelativeTime time={happening.at} />
          {details && ` · ${details}`}
        </Typography>
      </div>
    </li>
  );
}
