import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExplainedButton } from './ExplainedButton';

describe('A button with a reason', () => {
  const show = (reason: string | undefined) => {
    const onClick = jest.fn();
    const button = (next: string | undefined) => (
      <ExplainedButton reason={next} onClick={onClick}>
        Start
      </ExplainedButton>
    );
    const { rerender } = render(button(reason));
    return {
      onClick,
      rerender: (next: string | undefined) => rerender(button(next)),
      start: screen.getByRole('button', { name: 'Start' }),
    };
  };

  it('tells the reason to a screen reader, and does nothing', async () => {
    const { start, onClick } = show('Terminate it first');
    expect(start).toHaveAttribute('aria-disabled', 'true');
    expect(start).toHaveAccessibleDescription('Terminate it first');
    await userEvent.click(start);
    expect(onClick).not.toHaveBeenCalled();
  });

  it('shows the reason when the keyboard gets to it, and does nothing at Enter', async () => {
    const { start, onClick } = show('Terminate it first');
    await userEvent.tab();
    expect(start).toHaveFocus();
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'Terminate it first',
    );
    expect(start).toHaveAccessibleDescription('Terminate it first');
    await userEvent.keyboard('{Enter} ');
    expect(onClick).not.toHaveBeenCalled();
  });

  it('keeps the focus when the reason goes, and then does what it says', async () => {
    const { start, onClick, rerender } = show('Terminate it first');
    await userEvent.tab();
    rerender(undefined);
    expect(start).toHaveFocus();
    await waitFor(() => expect(start).not.toHaveAccessibleDescription());
    await userEvent.keyboard('{Enter}');
    expect(onClick).toHaveBeenCalledTimes(1);
  });
});
