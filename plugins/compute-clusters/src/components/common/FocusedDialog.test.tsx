import { useRef } from 'react';
import Button from '@material-ui/core/Button';
import {
  createEvent,
  fireEvent,
  render,
  screen,
  waitFor,
} from '@testing-library/react';
import { FocusedDialog } from './FocusedDialog';

function Question() {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <FocusedDialog open focused={cancel}>
      <Button>Confirm</Button>
      <Button ref={cancel}>Cancel</Button>
    </FocusedDialog>
  );
}

/** Whether the browser would go to the next stop. */
function goesOn(): boolean {
  const target = document.activeElement ?? document.body;
  const tab = createEvent.keyDown(target, { key: 'Tab' });
  fireEvent(target, tab);
  return !tab.defaultPrevented;
}

describe('FocusedDialog', () => {
  it('holds Tab until it has come up and the named button has the focus', async () => {
    render(<Question />);
    expect(screen.getByRole('dialog')).toBeVisible();
    expect(goesOn()).toBe(false);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus(),
    );
    expect(goesOn()).toBe(true);
  });
});
