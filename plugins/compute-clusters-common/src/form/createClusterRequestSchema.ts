import { z } from 'zod';
import { LIMITS, NAME_PATTERN } from '../limits';
import { ComputeClusterSpec } from '../schema/openapi';
import { descriptionField } from './configureClusterRequestSchema';
import { objectField } from './objectField';
import { specSchema } from './specSchema';
import { requiredText, textField } from './textField';

const LOWER_CASE =
  'may have lower-case letters, digits and “-”, and starts and ends with a letter or digit';

/**
 * A create request as it was understood, every default filled in.
 *
 * @public
 */
export interface ParsedCreateClusterRequest {
  /** Undefined while there is only one. */
  kubernetesCluster?: string;
  namespace: string;
  name: string;
  description: string;
  spec: ComputeClusterSpec;
}

/**
 * Reads a `CreateClusterRequest`; what is wrong with it is told by `problemsOfZodError`.
 *
 * @public
 */
export const createClusterRequestSchema = objectField('A request', {
  kubernetesCluster: textField({
    label: 'Kubernetes cluster',
    maxLength: LIMITS.settingNameLength,
    required: true,
  }).optional(),
  namespace: requiredText({
    label: 'Namespace',
    maxLength: LIMITS.namespaceLength,
    pattern: NAME_PATTERN,
    allowed: LOWER_CASE,
  }),
  name: requiredText({
    label: 'Name',
    maxLength: LIMITS.nameLength,
    pattern: NAME_PATTERN,
    allowed: LOWER_CASE,
  }),
  description: descriptionField,
  spec: specSchema.prefault({}),
}) satisfies z.ZodType<ParsedCreateClusterRequest>;
