import DialogContentText from '@material-ui/core/DialogContentText';
import Typography from '@material-ui/core/Typography';
import { messageOf } from '../../../api/messageOf';
import { useTexts } from '../../../hooks/useTexts';
import { Notice } from '../../common/Notice';
import type { Result } from './useBulkTerminate';

/** How many were terminated; of the others, each with the reason. */
export function BulkResults(props: { id: string; results: Result[] }) {
  const t = useTexts();
  const { id, results } = props;
  const done = results.filter(({ error }) => !error).length;
  return (
    <>
      <DialogContentText id={id}>
        {t('bulk.done', {
          done: String(done),
          total: String(results.length),
        })}
      </DialogContentText>
      <Notice severity="error">
        <Typography variant="body2" component="ul" style={{ margin: 0 }}>
          {results.map(
            ({ cluster, error }) =>
              error && (
                <li key={cluster.id}>
                  {t('bulk.failed', {
                    name: cluster.name,
                    message: messageOf(error),
                  })}
                </li>
              ),
          )}
        </Typography>
      </Notice>
    </>
  );
}
