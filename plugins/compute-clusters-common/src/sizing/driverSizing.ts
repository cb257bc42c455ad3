import { DeploymentType, NodeType } from '../schema/openapi';
import { Sizing, sizingOf } from './sizingOf';

/**
 * The size of a driver. A single-node driver runs the tasks itself, and so their Python workers; a multi-node one only
 * the JVM.
 *
 * @public
 */
export function driverSizing(
  nodeType: Pick<NodeType, 'cpu' | 'memory'>,
  deploymentType: DeploymentType = 'multi-node',
): Sizing {
  return sizingOf(
    nodeType,
    deploymentType === 'single-node' ? 'python' : 'jvm',
  );
}
