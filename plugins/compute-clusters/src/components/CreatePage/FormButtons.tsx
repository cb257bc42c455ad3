import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';
import type { FormTab } from './FormTabs';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    marginTop: theme.spacing(3),
  },
}));

/** Cancel, Previous, Next, Create. Next never blocks. */
export function FormButtons(props: {
  tab: FormTab;
  onChange: (tab: FormTab) => void;
  busy: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const list = useRouteRef(rootRouteRef)();
  return (
    <div className={classes.root}>
      <LinkButton to={list}>{t('form.cancel')}</LinkButton>
      {props.tab === 'review' ? (
        <>
          <Button onClick={() => props.onChange('general')}>
            {t('form.previous')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={props.busy}
          >
            {t(props.busy ? 'form.creating' : 'form.create')}
          </Button>
        </>
      ) : (
        <Button
          key="next"
          variant="contained"
          color="primary"
          onClick={() => props.onChange('review')}
        >
          {t('form.next')}
        </Button>
      )}
    </div>
  );
}
