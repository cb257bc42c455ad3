import { lazy, Suspense, useState } from 'react';
import Button from '@material-ui/core/Button';
import { useFormContext } from 'react-hook-form';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { useTexts } from '../../hooks/useTexts';
import type { FormPurpose } from './FormPurpose';

// Few look at it, and it brings a library.
const YamlDialog = lazy(() => import('./YamlDialog'));

/** Shows the request that the form sends. */
export function YamlButton({ purpose }: { purpose: FormPurpose }) {
  const t = useTexts();
  const { getValues } = useFormContext<ClusterFormValues>();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" size="small" onClick={() => setOpen(true)}>
        {t('yaml.show')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <YamlDialog
            values={getValues()}
            kind={purpose.kind}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
