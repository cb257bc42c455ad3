import { LinkButton } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { docsLink } from '../../hooks/docsLink';
import { useTexts } from '../../hooks/useTexts';

/** Leads to the platform's own pages about compute clusters, if there are any. */
export function DocsButton() {
  const t = useTexts();
  const configured = useApi(configApiRef).getOptionalString(
    'computeClusters.links.docs',
  );
  const link = docsLink(configured);
  if (!link) return null;
  return (
    <LinkButton to={link} variant="outlined">
      {t('links.docs')}
    </LinkButton>
  );
}
