import { useId } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import TableCell from '@material-ui/core/TableCell';
import Tooltip from '@material-ui/core/Tooltip';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../../hooks/useTexts';
import { LOOKS_DISABLED } from '../../common/looksDisabled';
import { useTableStyles } from '../useTableStyles';
import type { Choice } from './useChoice';

/** Chooses every cluster on the page that can be terminated, or none. */
export function ChooseAllCell({ choice }: { choice: Choice }) {
  const t = useTexts();
  const classes = useTableStyles();
  const { chosen, possible } = choice;
  const all = possible > 0 && chosen.length === possible;
  return (
    <TableCell className={classes.check}>
      <Checkbox
        size="small"
        color="primary"
        checked={all}
        indeterminate={chosen.length > 0 && !all}
        disabled={possible === 0}
        onChange={choice.toggleAll}
        inputProps={{ 'aria-label': t('bulk.chooseAll') }}
      />
    </TableCell>
  );
}

/** Chooses one cluster; says why where it cannot be, to the keyboard too. */
export function ChooseCell(props: { cluster: ComputeCluster; choice: Choice }) {
  const t = useTexts();
  const id = useId();
  const classes = useTableStyles();
  const { cluster, choice } = props;
  const obstacle = choice.obstacleOf(cluster);
  const reason = obstacle && t(`bulk.${obstacle}`);
  return (
    <TableCell className={classes.check}>
      <Tooltip title={reason ?? ''}>
        <Checkbox
          size="small"
          color="primary"
          {...(reason && LOOKS_DISABLED)}
          checked={choice.isChosen(cluster)}
          onChange={() => !reason && choice.toggle(cluster)}
          inputProps={{
            'aria-label': t('bulk.choose', cluster),
            'aria-disabled': reason !== undefined,
            'aria-describedby': reason && id,
          }}
        />
      </Tooltip>
      {reason && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </TableCell>
  );
}
