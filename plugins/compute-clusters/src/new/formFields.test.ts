import { createExtensionTester } from '@backstage/frontend-test-utils';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { namespaceField, nodeTypeField } from './formFields';

const { formFieldLoader } = FormFieldBlueprint.dataRefs;

describe('The forms of software templates find', () => {
  it('the choice of a namespace by its name', async () => {
    const load = createExtensionTester(namespaceField).get(formFieldLoader);
    expect(await load()).toMatchObject({ name: 'ComputeClusterNamespace' });
  });

  it('the choice of a node type by its name', async () => {
    const load = createExtensionTester(nodeTypeField).get(formFieldLoader);
    expect(await load()).toMatchObject({ name: 'ComputeClusterNodeType' });
  });
});
