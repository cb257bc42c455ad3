import { useFormats } from '../../hooks/useFormats';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';
import { ExactTime } from './ExactTime';

/** "for 3 hr, 5 min" since a time, with that time on hover. */
export function LastingFor({ since }: { since: Date | string }) {
  const t = useTexts();
  const { duration } = useFormats();
  const now = useNow(1_000);
  return (
    <ExactTime time={since}>
      {t('header.lasting', { time: duration(since, now) })}
    </ExactTime>
  );
}
