import Typography from '@material-ui/core/Typography';
import { InfoCard } from '@backstage/core-components';
import { useTexts } from '../../../../hooks/useTexts';
import { Notice } from '../../../common/Notice';
import { SERVER_CLIENTS, type ClientName } from './clients';
import { SnippetParts } from './SnippetParts';
import type { Snippet } from './snippets/Snippet';
import type { Reach } from './Target';

/** How a client connects, or why it cannot and what to do. */
export function ClientCard(props: {
  name: ClientName;
  snippet: Snippet;
  reach: Reach;
}) {
  const t = useTexts();
  const { name, snippet, reach } = props;
  const client = t(`clients.${name}`);
  if (snippet.problem) {
    return (
      <InfoCard title={client}>
        <Notice severity="info">
          {t(`clientProblems.${snippet.problem}`)}
        </Notice>
      </InfoCard>
    );
  }
  return (
    <InfoCard title={client}>
      <Typography variant="body2">{t(`clientHelp.${name}`)}</Typography>
      <SnippetParts client={client} parts={snippet.parts} />
      {reach === 'forward' && SERVER_CLIENTS.includes(name) && (
        <Typography variant="caption" color="textSecondary">
          {t('connections.serverNote', { client })}
        </Typography>
      )}
    </InfoCard>
  );
}
