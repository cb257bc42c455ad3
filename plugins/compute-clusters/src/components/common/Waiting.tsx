import { useEffect, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../hooks/useTexts';
import { Skeleton } from './Skeleton';

/** Most answers come sooner, and words that come and go at once only disturb, in milliseconds. */
const LONG_MS = 3_000;

/** A skeleton that says in words, too, that it waits, once that takes long. */
export function Waiting() {
  const t = useTexts();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <Skeleton />
      {long && (
        <Typography role="status" variant="body2">
          {t('plugin.stillLoading')}
        </Typography>
      )}
    </>
  );
}
