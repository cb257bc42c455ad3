import { messageOf } from '../../api/messageOf';
import { useMemo } from 'react';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { FormProvider, useForm } from 'react-hook-form';
import type { ParsedCreateClusterRequest } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  DEFAULT_VALUES,
  type ClusterFormValues,
} from '../../form/clusterFormValues';
import { clusterResolver } from '../../form/clusterResolver';
import {
  useImages,
  useNamespaces,
  useNodeTypes,
  useVolumes,
} from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../common/Notice';
import { ClusterForm } from './ClusterForm';
import { SummaryPanel } from './SummaryPanel';

/** The page that creates a compute cluster: the form, and what it comes to. */
export function CreatePage() {
  const t = useTexts();
  const { resolver, error, noNamespace } = useFormReferences();
  const form = useForm<ClusterFormValues, unknown, ParsedCreateClusterRequest>({
    defaultValues: DEFAULT_VALUES,
    resolver,
    mode: 'onTouched',
    // The field may be on another tab: the form shows that one first.
    shouldFocusError: false,
  });
  return (
    <>
      <Typography variant="h4" component="h2" gutterBottom>
        {t('form.title')}
      </Typography>
      {error && (
        <Notice severity="error">
          {t('form.loadFailed', { message: messageOf(error) })}
        </Notice>
      )}
      {noNamespace && (
        <Notice severity="warning">
          {t('form.noNamespace')}. {t('empty.noNamespaceText')}
        </Notice>
      )}
      <FormProvider {...form}>
        <Grid container spacing={3}>
          <Grid item xs={12} md={8} lg={9}>
            <ClusterForm />
          </Grid>
          <Grid item xs={12} md={4} lg={3}>
            <SummaryPanel />
          </Grid>
        </Grid>
      </FormProvider>
    </>
  );
}

function useFormReferences() {
  const namespaces = useNamespaces();
  const nodeTypes = useNodeTypes();
  const volumes = useVolumes();
  const images = useImages();
  const resolver = useMemo(
    () =>
      clusterResolver({
        namespaces: namespaces.data ?? [],
        nodeTypes: nodeTypes.data ?? [],
        volumes: volumes.data ?? [],
        images: images.data ?? [],
      }),
    [namespaces.data, nodeTypes.data, volumes.data, images.data],
  );
  return {
    resolver,
    error: [namespaces, nodeTypes, volumes, images].find(query => query.error)
      ?.error,
    noNamespace: namespaces.data?.length === 0,
  };
}
