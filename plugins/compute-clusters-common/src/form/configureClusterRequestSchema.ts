import { z } from 'zod';
import { LIMITS } from '../limits';
import { ComputeClusterSpec } from '../schema/openapi';
import { objectField } from './objectField';
import { specSchema } from './specSchema';
import { textField } from './textField';

const description = textField({
  label: 'Description',
  maxLength: LIMITS.descriptionLength,
});

/** A cluster's description; none is empty. */
export const descriptionField = description.default('');

/**
 * A configure request as it was understood, every default of the specification filled in.
 *
 * @public
 */
export interface ParsedConfigureClusterRequest {
  /** Undefined keeps the description. */
  description?: string;
  spec: ComputeClusterSpec;
}

/**
 * Reads a `ConfigureClusterRequest`; what is wrong with it is told by `problemsOfZodError`.
 *
 * @public
 */
export const configureClusterRequestSchema = objectField('A request', {
  description: description.optional(),
  spec: specSchema.prefault({}),
}) satisfies z.ZodType<ParsedConfigureClusterRequest>;
