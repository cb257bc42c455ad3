import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';

/** Leads back to the list. */
export function ListLink() {
  const t = useTexts();
  return (
    <Typography variant="body2" component="span">
      <Link to={useRouteRef(rootRouteRef)()}>{t('detail.back')}</Link>
    </Typography>
  );
}
