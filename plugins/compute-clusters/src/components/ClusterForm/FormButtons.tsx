import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { FORM_TABS, type FormTab } from '../../form/formFields';
import { useTexts } from '../../hooks/useTexts';
import type { FormPurpose } from './FormPurpose';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    marginTop: theme.spacing(3),
  },
}));

/** Cancel, Previous, Next, Review; on the last tab Create or Save. Next never blocks. */
export function FormButtons(props: {
  tab: FormTab;
  onChange: (tab: FormTab) => void;
  busy: boolean;
  purpose: FormPurpose;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { tab, onChange, purpose } = props;
  const place = FORM_TABS.indexOf(tab);
  return (
    <div className={classes.root}>
      <LinkButton to={purpose.cancelTo}>{t('form.cancel')}</LinkButton>
      <Button
        disabled={place === 0}
        onClick={() => onChange(FORM_TABS[place - 1])}
      >
        {t('form.previous')}
      </Button>
      {tab === 'review' ? (
        <Button
          key="save"
          type="submit"
          variant="contained"
          color="primary"
          disabled={props.busy}
        >
          {t(`form.${purpose.kind}${props.busy ? 'Busy' : ''}`)}
        </Button>
      ) : (
        <>
          <Button
            variant="outlined"
            color="primary"
            onClick={() => onChange(FORM_TABS[place + 1])}
          >
            {t('form.next')}
          </Button>
          <Button
            variant="contained"
            color="primary"
            onClick={() => onChange('review')}
          >
            {t(`form.${purpose.kind}Review`)}
          </Button>
        </>
      )}
    </div>
  );
}
