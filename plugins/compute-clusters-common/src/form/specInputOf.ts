import { ComputeClusterSpec, ComputeClusterSpecInput } from '../schema/openapi';

/**
 * A saved specification as a request may hold it again, to configure or clone a cluster.
 *
 * @public
 */
export function specInputOf(spec: ComputeClusterSpec): ComputeClusterSpecInput {
  const { executor, autoScaling, ...rest } = spec;
  return {
    ...rest,
    ...(executor && { executor }),
    ...(autoScaling && { autoScaling }),
  };
}
