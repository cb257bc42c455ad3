import { useRef, type KeyboardEvent, type RefObject } from 'react';
import Dialog, { type DialogProps } from '@material-ui/core/Dialog';

/**
 * A dialog that gives the focus to one of its buttons when it has come up. Until then Tab waits: a button of Material-UI 4
 * that has the focus before its first effects have run throws, which takes the whole page down. For that, no autoFocus.
 *
 * @param focused - what gets the focus; without it, what asks for it itself
 */
export function FocusedDialog({
  focused,
  ...props
}: Omit<DialogProps, 'TransitionProps'> & {
  focused?: RefObject<HTMLElement>;
}) {
  const entered = useRef(false);
  const holdTab = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && !entered.current) event.preventDefault();
  };
  const onEntered = () => {
    entered.current = true;
    focused?.current?.focus();
  };
  return (
    <Dialog
      {...props}
      onKeyDownCapture={holdTab}
      TransitionProps={{ onEntered }}
    />
  );
}
