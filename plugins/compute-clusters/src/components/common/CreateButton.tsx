import { useRouteRef } from '@backstage/core-plugin-api';
import { useMe } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import { createClusterRouteRef } from '../../routes';
import { ExplainedLink } from './ExplainedLink';

/** Leads to the create page; disabled, with the reason, for who may not create. */
export function CreateButton() {
  const t = useTexts();
  const me = useMe().data;
  const href = useRouteRef(createClusterRouteRef)();
  return (
    <ExplainedLink
      to={me && href}
      reason={me && !me.canCreate ? t('list.createHint') : undefined}
      variant="contained"
      color="primary"
    >
      {t('list.create')}
    </ExplainedLink>
  );
}
