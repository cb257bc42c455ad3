import Button from '@material-ui/core/Button';
import { useTexts } from '../../hooks/useTexts';

/** Asks once more for what could not be read: not every error passes by itself. */
export function RetryButton({ onClick }: { onClick: () => void }) {
  const t = useTexts();
  return (
    <Button size="small" onClick={() => onClick()}>
      {t('list.retry')}
    </Button>
  );
}
