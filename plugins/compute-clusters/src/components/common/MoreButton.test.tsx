import { useRef, useState } from 'react';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MoreButton } from './MoreButton';

/** A list of two pages, the second of which comes when the test says so. */
function Pages(props: { onAsk: (arrive: () => void) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'one' | 'asked' | 'two'>('one');
  const query = {
    hasNextPage: state !== 'two',
    isFetchingNextPage: state === 'asked',
    fetchNextPage: () => {
      setState('asked');
      props.onAsk(() => setState('two'));
    },
  };
  return (
    <>
      <div ref={list} role="group" aria-label="Pages" tabIndex={-1} />
      <MoreButton query={query} label="More" list={list} />
    </>
  );
}

describe('MoreButton', () => {
  it('asks once, and gives the focus to the list when there is no more', async () => {
    const asked: (() => void)[] = [];
    render(<Pages onAsk={arrive => asked.push(arrive)} />);
    const more = screen.getByRole('button', { name: 'More' });
    await userEvent.dblClick(more);
    expect(more).toHaveFocus();
    expect(asked).toHaveLength(1);
    act(() => asked[0]());
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('group', { name: 'Pages' })).toHaveFocus();
  });
});
