import { useRef, useState, type FormEvent } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useFormContext } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import {
  problemsOf,
  type ParsedCreateClusterRequest,
  type Problem,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  fieldOf,
  GENERAL_FIELDS,
  type ClusterField,
  type ClusterFormValues,
} from '../../form/clusterFormValues';
import { SERVER_ERROR } from '../../form/useRevalidation';
import { clusterRouteRef } from '../../routes';
import { useCreateCluster } from './useCreateCluster';

/** Why the server refused, as far as no field of the form can tell it. */
export type Refusal = { error: Error; problems: Problem[] };

/** Validates, creates, and goes to the new cluster; or puts every problem on its field and shows the first. */
export function useSubmit(showField: (field: ClusterField) => void) {
  const form = useFormContext<
    ClusterFormValues,
    unknown,
    ParsedCreateClusterRequest
  >();
  const navigate = useNavigate();
  const pageOf = useRouteRef(clusterRouteRef);
  const create = useCreateCluster();
  const busy = useRef(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const showFirstError = () => {
    const first = GENERAL_FIELDS.find(
      field => form.getFieldState(field).invalid,
    );
    if (first) showField(first);
  };

  const onRefused = (error: Error) => {
    const problems = problemsOf(error);
    for (const { path, message } of problems) {
      const field = fieldOf(path);
      if (field) form.setError(field, { type: SERVER_ERROR, message });
    }
    const homeless = problems.filter(({ path }) => !fieldOf(path));
    if (problems.length === 0 || homeless.length > 0) {
      setRefusal({ error, problems: homeless });
    }
    showFirstError();
  };

  const onValid = async (request: ParsedCreateClusterRequest) => {
    setRefusal(undefined);
    try {
      const { kubernetesCluster, namespace, name } = await create.mutateAsync(
        request,
      );
      navigate(pageOf({ kubernetesCluster, namespace, name }));
    } catch (error) {
      onRefused(error instanceof Error ? error : new Error(String(error)));
    }
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // The button is disabled a render later than a fast second click.
    if (busy.current) return;
    busy.current = true;
    await form.handleSubmit(onValid, showFirstError)(event);
    busy.current = false;
  };

  return { submit, busy: create.isPending, refusal };
}
