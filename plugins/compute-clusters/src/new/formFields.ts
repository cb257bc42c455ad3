import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** In software templates: the choice of a namespace. An app without the scaffolder leaves it out. */
export const namespaceField = FormFieldBlueprint.make({
  name: 'namespace',
  params: {
    field: () =>
      import('../scaffolder/formFields').then(m => m.namespaceFormField),
  },
});

/** In software templates: the choice of a node type. */
export const nodeTypeField = FormFieldBlueprint.make({
  name: 'node-type',
  params: {
    field: () =>
      import('../scaffolder/formFields').then(m => m.nodeTypeFormField),
  },
});
