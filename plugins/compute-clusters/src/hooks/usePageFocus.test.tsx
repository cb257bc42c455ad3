import { useRef, useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, MemoryRouter, Route, Routes } from 'react-router-dom';
import { usePageFocus } from './usePageFocus';

function Beginning(props: { name: string; changed?: boolean }) {
  const ref = useRef<HTMLHeadingElement>(null);
  usePageFocus(ref, props.changed);
  return (
    <h2 ref={ref} tabIndex={-1}>
      {props.name}
    </h2>
  );
}

function Second() {
  const [deleted, setDeleted] = useState(false);
  return (
    <>
      <Beginning name="Second" changed={deleted} />
      {!deleted && <button onClick={() => setDeleted(true)}>Delete</button>}
    </>
  );
}

const open = (path: string) =>
  render(
    <MemoryRouter
      initialEntries={[path]}
      future={{ v7_relativeSplatPath: false, v7_startTransition: false }}
    >
      <Link to="/second">Beside the pages</Link>
      <Routes>
        <Route
          path="/"
          element={
            <>
              <Beginning name="First" />
              <Link to="/second">On the page</Link>
            </>
          }
        />
        <Route path="/second" element={<Second />} />
      </Routes>
    </MemoryRouter>,
  );

const heading = (name: string) => screen.getByRole('heading', { name });
const follow = (name: string) =>
  userEvent.click(screen.getByRole('link', { name }));

describe('The beginning of a page', () => {
  it('has the focus when what led there is gone', async () => {
    open('/');
    await follow('On the page');
    expect(heading('Second')).toHaveFocus();
  });

  it('leaves the focus to what led there and is still shown', async () => {
    open('/');
    await follow('Beside the pages');
    expect(
      screen.getByRole('link', { name: 'Beside the pages' }),
    ).toHaveFocus();
  });

  it('takes nothing when the page is loaded', () => {
    open('/');
    expect(document.body).toHaveFocus();
  });

  it('has the focus when what was pressed on the page is gone', async () => {
    open('/second');
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(heading('Second')).toHaveFocus();
  });
});
