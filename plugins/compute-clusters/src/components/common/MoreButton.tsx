import Button from '@material-ui/core/Button';

/** Asks for the next page of a list that grows. */
export function MoreButton(props: {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => void;
  };
  label: string;
}) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = props.query;
  return hasNextPage ? (
    <Button disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
      {props.label}
    </Button>
  ) : null;
}
