import { useMemo, type ReactNode } from 'react';
import red from '@material-ui/core/colors/red';
import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import { FormProvider, useForm } from 'react-hook-form';
import type { ParsedCreateClusterRequest } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { messageOf } from '../../api/messageOf';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { clusterResolver } from '../../form/clusterResolver';
import { problemText } from '../../form/problemText';
import { useFormats } from '../../hooks/useFormats';
import {
  useImages,
  useNamespaces,
  useNodeTypes,
  useVolumes,
} from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../common/Notice';
import { PageHeading } from '../common/PageHeading';
import { ClusterForm } from './ClusterForm';
import type { FormPurpose } from './FormPurpose';
import { SummaryPanel } from './SummaryPanel';

const useStyles = makeStyles(theme => ({
  title: { marginBottom: theme.spacing(1) },
  root: {
    // By element, since the names of Material-UI's classes are others in a theme within a theme, as classic apps have it.
    // Material-UI's own red has too little contrast for text of this size.
    '& label.Mui-error, & legend.Mui-error, & p.Mui-error': {
      color: theme.palette.type === 'dark' ? red[200] : red[700],
    },
    // What cannot be changed says so to be read, but Material-UI greys it out.
    '& label.Mui-disabled, & legend.Mui-disabled, & p.Mui-disabled': {
      color: theme.palette.text.secondary,
    },
  },
}));

/** A page with the form, and what it comes to. The values it begins with are taken when it is mounted. */
export function ClusterFormPage(props: {
  title: string;
  initial: ClusterFormValues;
  purpose: FormPurpose;
  /** What to know before filling it in. */
  children?: ReactNode;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { resolver, error, noNamespace } = useFormReferences();
  const form = useForm<ClusterFormValues, unknown, ParsedCreateClusterRequest>({
    defaultValues: props.initial,
    resolver,
    mode: 'onTouched',
    // The field may be on another tab: the form shows that one first.
    shouldFocusError: false,
  });
  return (
    <>
      <div className={classes.title}>
        <PageHeading>{props.title}</PageHeading>
      </div>
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
      {props.children}
      <FormProvider {...form}>
        <Grid container spacing={3} className={classes.root}>
          <Grid item xs={12} md={8} lg={9}>
            <ClusterForm purpose={props.purpose} title={props.title} />
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
  const t = useTexts();
  const { number } = useFormats();
  const namespaces = useNamespaces();
  const nodeTypes = useNodeTypes();
  const volumes = useVolumes();
  const images = useImages();
  const resolver = useMemo(
    () =>
      clusterResolver(
        {
          namespaces: namespaces.data ?? [],
          nodeTypes: nodeTypes.data ?? [],
          volumes: volumes.data ?? [],
          images: images.data ?? [],
        },
        (problem, field) => problemText(problem, field, { t, number }),
      ),
    [namespaces.data, nodeTypes.data, volumes.data, images.data, t, number],
  );
  return {
    resolver,
    error: [namespaces, nodeTypes, volumes, images].find(query => query.error)
      ?.error,
    noNamespace: namespaces.data?.length === 0,
  };
}
