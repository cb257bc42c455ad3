import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useFormContext, useWatch } from 'react-hook-form';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { useTexts } from '../../hooks/useTexts';
import { FieldList } from '../common/FieldList';
import type { FormPurpose } from './FormPurpose';
import { useReviewFields } from './useReviewFields';
import { YamlButton } from './YamlButton';

const useStyles = makeStyles(theme => ({
  yaml: { marginTop: theme.spacing(2) },
}));

/** Everything that was entered, to read before it is saved. */
export function ReviewTab({ purpose }: { purpose: FormPurpose }) {
  const t = useTexts();
  const classes = useStyles();
  const { control, getValues } = useFormContext<ClusterFormValues>();
  useWatch({ control });
  const fields = useReviewFields(getValues());
  return (
    <>
      <Typography variant="body1" gutterBottom>
        {t(`form.${purpose.kind}Check`)}
      </Typography>
      <FieldList fields={fields} />
      <div className={classes.yaml}>
        <YamlButton purpose={purpose} />
      </div>
    </>
  );
}
