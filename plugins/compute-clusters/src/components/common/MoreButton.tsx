import type { RefObject } from 'react';
import Button from '@material-ui/core/Button';
import { useKeptFocus } from '../commands/useKeptFocus';

/** Asks for the next page of a list that grows. */
export function MoreButton(props: {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => void;
  };
  label: string;
  /** Takes the focus when there is no more to ask for. */
  list: RefObject<HTMLElement>;
}) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = props.query;
  const onPress = useKeptFocus(
    props.list,
    String(hasNextPage),
    !isFetchingNextPage,
  );
  const more = () => {
    onPress();
    if (!isFetchingNextPage) fetchNextPage();
  };
  // Not disabled while it asks: it would lose the focus.
  return hasNextPage ? (
    <Button aria-disabled={isFetchingNextPage} onClick={more}>
      {props.label}
    </Button>
  ) : null;
}
