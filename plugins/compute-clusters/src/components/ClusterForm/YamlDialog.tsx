import { useId, useRef } from 'react';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { CopyTextButton } from '@backstage/core-components';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { useTexts } from '../../hooks/useTexts';
import { FocusedDialog } from '../common/FocusedDialog';
import type { FormPurpose } from './FormPurpose';
import { hasSecretValues, requestYaml } from './requestYaml';

const useStyles = makeStyles(theme => ({
  text: {
    margin: 0,
    padding: theme.spacing(1),
    fontFamily: 'monospace',
    overflow: 'auto',
    maxHeight: '60vh',
    backgroundColor: theme.palette.background.default,
  },
}));

/** The request as text, to copy. */
export default function YamlDialog(props: {
  values: ClusterFormValues;
  kind: FormPurpose['kind'];
  onClose: () => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const id = useId();
  const close = useRef<HTMLButtonElement>(null);
  const yaml = requestYaml(props.values, props.kind);
  return (
    <FocusedDialog
      open
      fullWidth
      maxWidth="md"
      onClose={props.onClose}
      focused={close}
      aria-labelledby={`${id}-title`}
    >
      <DialogTitle id={`${id}-title`}>{t('yaml.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>
          {t('yaml.text')} {hasSecretValues(props.values) && t('yaml.masked')}
        </DialogContentText>
        {/* Focusable, so that the keyboard can scroll it. */}
        <pre
          className={classes.text}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="region"
          aria-label={t('yaml.title')}
        >
          {yaml}
        </pre>
      </DialogContent>
      <DialogActions>
        <CopyTextButton
          text={yaml}
          tooltipText={t('yaml.copied')}
          aria-label={t('yaml.copy')}
        />
        <Button ref={close} onClick={props.onClose}>
          {t('yaml.close')}
        </Button>
      </DialogActions>
    </FocusedDialog>
  );
}
