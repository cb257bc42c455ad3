import { useEffect } from 'react';
import { Progress } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Container from '@material-ui/core/Container';
import Typography from '@material-ui/core/Typography';

const RETRY_MS = 1_000;

/** The portal knows its users only when the catalog has loaded them: this asks again until it does. */
export const SignInRetry = (props: {
  error?: Error;
  onRetry: () => void;
  onChooseAnother: () => void;
}) => {
  const { error, onRetry, onChooseAnother } = props;
  useEffect(() => {
    const timer = setTimeout(onRetry, RETRY_MS);
    return () => clearTimeout(timer);
  }, [onRetry]);
  return (
    <Container maxWidth="sm" component="main">
      <Progress />
      <Typography variant="h5" component="h1" gutterBottom>
        The portal is still loading its users
      </Typography>
      <Typography paragraph>
        This page asks again every second. The last answer was: {error?.message}
      </Typography>
      <Button variant="outlined" onClick={onChooseAnother}>
        Choose another user
      </Button>
    </Container>
  );
};
