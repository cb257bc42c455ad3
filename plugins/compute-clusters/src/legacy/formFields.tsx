import { lazy, Suspense } from 'react';
import {
  createScaffolderFieldExtension,
  type FieldExtensionComponent,
} from '@backstage/plugin-scaffolder-react';
import {
  FIELD_NAMES,
  namespaceSchema,
  nodeTypeSchema,
} from '../scaffolder/fieldSchemas';
import { computeClustersPlugin } from './plugin';

const NamespaceChoice = lazy(() =>
  import('../scaffolder/NamespaceChoice').then(m => ({
    default: m.NamespaceChoice,
  })),
);

const NodeTypeChoice = lazy(() =>
  import('../scaffolder/NodeTypeChoice').then(m => ({
    default: m.NodeTypeChoice,
  })),
);

/**
 * The choice of a namespace for software templates: stands in `<ScaffolderFieldExtensions>` of the scaffolder's page.
 *
 * @public
 */
export const ComputeClusterNamespaceField: FieldExtensionComponent<
  string,
  { kubernetesCluster?: string }
> = computeClustersPlugin.provide(
  createScaffolderFieldExtension<string, { kubernetesCluster?: string }>({
    name: FIELD_NAMES.namespace,
    schema: namespaceSchema.schema,
    component: props => (
      <Suspense fallback={null}>
        <NamespaceChoice {...props} />
      </Suspense>
    ),
  }),
);

/**
 * The choice of a node type for software templates: stands in `<ScaffolderFieldExtensions>` of the scaffolder's page.
 *
 * @public
 */
export const ComputeClusterNodeTypeField: FieldExtensionComponent<
  string,
  { for?: 'driver' | 'executor' }
> = computeClustersPlugin.provide(
  createScaffolderFieldExtension<string, { for?: 'driver' | 'executor' }>({
    name: FIELD_NAMES.nodeType,
    schema: nodeTypeSchema.schema,
    component: props => (
      <Suspense fallback={null}>
        <NodeTypeChoice {...props} />
      </Suspense>
    ),
  }),
);
