import { NodeType } from '../schema/openapi';
import { Sizing, sizingOf } from './sizingOf';

/**
 * The size of an executor, with room for Python workers: Spark Connect's clients are mostly Python.
 *
 * @public
 */
export function executorSizing(
  nodeType: Pick<NodeType, 'cpu' | 'memory'>,
): Sizing {
  return sizingOf(nodeType, 'python');
}
