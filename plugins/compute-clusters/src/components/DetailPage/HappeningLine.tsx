import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import type { RunDetails } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';
import { RelativeTime } from '../common/RelativeTime';
import { durationText } from '../common/timeTexts';
import { UserName } from '../common/UserName';
import type { Happening } from './happenings';

/** One line of what happened, with its time. */
export function HappeningLine({ happening }: { happening: Happening }) {
  const t = useTexts();
  if (happening.kind === 'activity') {
    const { action, user, at, message } = happening.activity;
    return (
      <Line at={at} details={message}>
        {t(`activity.${action}`)} {t('activity.by')} <UserName name={user} />
      </Line>
    );
  }
  const { kind, run, at } = happening;
  return (
    <Line at={at} details={kind === 'ended' ? endOf(run) : ''}>
      {kind === 'ready'
        ? t('happening.ready', {
            run: String(run.sequence),
            time: durationText(run.startedAt, run.readyAt),
          })
        : t('happening.ended', { run: String(run.sequence) })}
    </Line>
  );
}

/** Why a run ended; who ended it stands with what he did. */
function endOf({ endReason }: RunDetails): string {
  return endReason?.includes(':') ? '' : endReason ?? '';
}

function Line(props: { at: Date; details: string; children: ReactNode }) {
  return (
    <li>
      <Typography variant="body2">{props.children}</Typography>
      <Typography variant="caption" color="textSecondary">
        <RelativeTime time={props.at} />
        {props.details && ` · ${props.details}`}
      </Typography>
    </li>
  );
}
