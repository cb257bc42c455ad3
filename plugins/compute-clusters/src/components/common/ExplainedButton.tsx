import type { MouseEvent } from 'react';
import Button, { type ButtonProps } from '@material-ui/core/Button';
import Tooltip from '@material-ui/core/Tooltip';
import { LOOKS_DISABLED } from './looksDisabled';

/**
 * A button that does nothing while there is a reason. It can still be focused, so that everybody gets to the reason: a
 * disabled one is passed over by the keyboard.
 */
export function ExplainedButton(
  props: ButtonProps & { reason: string | undefined },
) {
  const { reason, ...button } = props;
  const refused = reason && {
    ...LOOKS_DISABLED,
    'aria-disabled': true,
    disabled: false,
    disableTouchRipple: true,
    onClick: (event: MouseEvent) => event.preventDefault(),
  };
  return (
    <Tooltip title={reason ?? ''}>
      <Button {...button} {...refused} />
    </Tooltip>
  );
}
