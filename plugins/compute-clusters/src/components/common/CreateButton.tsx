import Button from '@material-ui/core/Button';
import Tooltip from '@material-ui/core/Tooltip';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useMe } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import { createClusterRouteRef } from '../../routes';

/** Leads to the create page; disabled, with the reason, for who may not create. */
export function CreateButton() {
  const t = useTexts();
  const me = useMe().data;
  const href = useRouteRef(createClusterRouteRef)();
  if (me && !me.canCreate) {
    return (
      <Tooltip title={t('list.createHint')}>
        <span>
          <Button variant="contained" color="primary" disabled>
            {t('list.create')}
          </Button>
        </span>
      </Tooltip>
    );
  }
  return (
    <LinkButton to={href} variant="contained" color="primary" disabled={!me}>
      {t('list.create')}
    </LinkButton>
  );
}
