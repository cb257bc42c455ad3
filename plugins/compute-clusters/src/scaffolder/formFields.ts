import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FIELD_NAMES, namespaceSchema, nodeTypeSchema } from './fieldSchemas';
import { NamespaceChoice } from './NamespaceChoice';
import { NodeTypeChoice } from './NodeTypeChoice';

/** The choice of a namespace. */
export const namespaceFormField = createFormField({
  name: FIELD_NAMES.namespace,
  component: NamespaceChoice,
  schema: namespaceSchema,
});

/** The choice of a node type. */
export const nodeTypeFormField = createFormField({
  name: FIELD_NAMES.nodeType,
  component: NodeTypeChoice,
  schema: nodeTypeSchema,
});
