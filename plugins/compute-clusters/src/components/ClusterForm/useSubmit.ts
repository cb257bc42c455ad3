import { useRef, useState, type FormEvent } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useFormContext, type FieldErrors } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import {
  problemsOf,
  type ParsedCreateClusterRequest,
  type Problem,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type {
  ClusterField,
  ClusterFormValues,
} from '../../form/clusterFormValues';
import { fieldOf } from '../../form/fieldOf';
import { inPageOrder } from '../../form/formFields';
import { invalidFields } from '../../form/invalidFields';
import { SERVER_ERROR } from '../../form/useRevalidation';
import { clusterRouteRef } from '../../routes';
import type { FormPurpose } from './FormPurpose';

/** Why the server refused, as far as no field of the form can tell it. */
export type Refusal = { error: Error; problems: Problem[] };

/** Validates, saves, and goes to the cluster's page; or puts every problem on its field and shows the first. */
export function useSubmit(
  purpose: FormPurpose,
  showField: (field: ClusterField) => void,
) {
  const form = useFormContext<
    ClusterFormValues,
    unknown,
    ParsedCreateClusterRequest
  >();
  const navigate = useNavigate();
  const pageOf = useRouteRef(clusterRouteRef);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const showFirst = ([first]: ClusterField[]) => {
    if (first) showField(first);
  };

  const onRefused = (error: Error) => {
    const problems = problemsOf(error).map(problem => ({
      ...problem,
      field: fieldOf(problem.path, form.getValues()),
    }));
    const fields = problems.flatMap(({ field, message }) => {
      if (field) form.setError(field, { type: SERVER_ERROR, message });
      return field ?? [];
    });
    const homeless = problems.filter(({ field }) => !field);
    if (problems.length === 0 || homeless.length > 0) {
      setRefusal({ error, problems: homeless });
    }
    showFirst(inPageOrder(fields));
  };

  const onValid = async (request: ParsedCreateClusterRequest) => {
    setRefusal(undefined);
    try {
      const { kubernetesCluster, namespace, name } = await purpose.save(
        request,
      );
      navigate(pageOf({ kubernetesCluster, namespace, name }));
    } catch (error) {
      onRefused(error instanceof Error ? error : new Error(String(error)));
    }
  };

  const onInvalid = (errors: FieldErrors<ClusterFormValues>) =>
    showFirst(invalidFields(errors));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // The button is disabled a render later than a fast second click.
    if (running.current) return;
    running.current = true;
    setBusy(true);
    await form.handleSubmit(onValid, onInvalid)(event);
    setBusy(false);
    running.current = false;
  };

  return { submit, busy, refusal };
}
