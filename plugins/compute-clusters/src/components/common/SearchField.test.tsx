import { act, fireEvent, render, screen } from '@testing-library/react';
import { SearchField } from './SearchField';

const field = (onChange: (text: string) => void) => (
  <SearchField label="Search" value="" onChange={onChange} />
);

describe('SearchField', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('searches once when the typing pauses, however often the page around it changes', () => {
    const found: string[] = [];
    const { rerender } = render(field(() => {}));
    fireEvent.change(screen.getByRole('searchbox'), {
      target: { value: 'etl' },
    });
    for (const change of [1, 2, 3]) {
      rerender(field(text => found.push(`${text} ${change}`)));
      act(() => {
        jest.advanceTimersByTime(100);
      });
    }
    expect(found).toEqual(['etl 3']);
  });
});
