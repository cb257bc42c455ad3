import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from '../__testUtils__/FakeComputeClusters';
import { renderLegacy } from '../__testUtils__/renderLegacy';
import {
  ComputeClusterNamespaceField,
  ComputeClusterNodeTypeField,
} from './formFields';

const SCHEMA = {
  type: 'object',
  properties: {
    namespace: {
      title: 'Namespace',
      type: 'string',
      'ui:field': 'ComputeClusterNamespace',
    },
    driver: {
      title: 'Driver',
      type: 'string',
      'ui:field': 'ComputeClusterNodeType',
      'ui:options': { for: 'driver' },
    },
  },
};

/** Finds its fields as the page of the scaffolder does. */
function Template({ onCreate }: { onCreate: () => Promise<void> }) {
  const extensions = useCustomFieldExtensions(
    <ScaffolderFieldExtensions>
      <ComputeClusterNamespaceField />
      <ComputeClusterNodeTypeField />
    </ScaffolderFieldExtensions>,
  );
  return (
    <Stepper
      manifest={{
        title: 'Cluster',
        steps: [{ title: 'Cluster', schema: SCHEMA }],
      }}
      extensions={extensions}
      onCreate={onCreate}
    />
  );
}

describe('In a software template of the classic frontend system', () => {
  const choose = async (field: RegExp, option: RegExp) => {
    await userEvent.click(await screen.findByRole('button', { name: field }));
    await userEvent.click(await screen.findByRole('option', { name: option }));
  };
  const press = async (name: string) =>
    userEvent.click(await screen.findByRole('button', { name }));

  it('namespace and node type are chosen from what the API gives', async () => {
    const onCreate = jest.fn(async () => {});
    await renderLegacy(
      <Template onCreate={onCreate} />,
      FakeComputeClusters.create(),
    );
    await choose(/^Namespace/, /^data-eng/);
    await choose(/^Driver/, /^driver-medium/);
    await press('Review');
    await press('Create');
    await waitFor(() =>
      expect(onCreate).toHaveBeenCalledWith({
        namespace: 'data-eng',
        driver: 'driver-medium',
      }),
    );
  });
});
