import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeComputeClusters } from '../__testUtils__/FakeComputeClusters';
import { DATA_ENG } from '../__testUtils__/fixtures';
import { refusal } from '../__testUtils__/refusal';
import { renderLegacy } from '../__testUtils__/renderLegacy';
import { FIELD_NAMES } from './fieldSchemas';
import { NamespaceChoice } from './NamespaceChoice';
import { NodeTypeChoice } from './NodeTypeChoice';

const EXTENSIONS = [
  { name: FIELD_NAMES.namespace, component: NamespaceChoice },
  { name: FIELD_NAMES.nodeType, component: NodeTypeChoice },
];

const NAMESPACE = {
  title: 'Where',
  type: 'string',
  description: 'A namespace of your team',
  'ui:field': 'ComputeClusterNamespace',
};

const nodeType = (use?: 'driver' | 'executor', more = {}) => ({
  title: 'Size',
  type: 'string',
  'ui:field': 'ComputeClusterNodeType',
  ...(use && { 'ui:options': { for: use } }),
  ...more,
});

/** Opens a template with this one required field, in the scaffolder's own wizard. */
async function openTemplate(
  field: { title: string; type: string },
  api = FakeComputeClusters.create(),
) {
  const onCreate = jest.fn(async () => {});
  const schema = { type: 'object', properties: { field }, required: ['field'] };
  const app = await renderLegacy(
    <Stepper
      manifest={{ title: 'Cluster', steps: [{ title: 'Cluster', schema }] }}
      extensions={EXTENSIONS}
      // What the browser would refuse silently, the form refuses in words.
      formProps={{ noHtml5Validate: true }}
      onCreate={onCreate}
    />,
    api,
  );
  return { ...app, onCreate };
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

const offered = () =>
  screen.getAllByRole('option').map(option => option.textContent);

describe('The namespace of a template', () => {
  it('is one of those that the API gives, with owner and what is left of the quota', async () => {
    const api = FakeComputeClusters.create();
    api.namespaces = [DATA_ENG, { ...DATA_ENG, name: 'etl', quota: null }];
    await openTemplate(NAMESPACE, api);
    await press(/^Where/);
    await waitFor(() =>
      expect(offered()).toEqual([
        'data-engOwned by data-engineering. Left of its quota: 60 vCPU, 480 GiB, 197 pods.',
        'etlOwned by data-engineering. Left of its quota: no quota.',
      ]),
    );
  });

  it("becomes the form's value, by its name", async () => {
    const { onCreate, container } = await openTemplate(NAMESPACE);
    await press(/^Where/);
    await userEvent.click(
      await screen.findByRole('option', { name: /^data-eng/ }),
    );
    expect(screen.getByText('A namespace of your team')).toBeVisible();
    expect(screen.getByText(/^Owned by data-engineering\./)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await press('Review');
    await press('Create');
    await waitFor(() =>
      expect(onCreate).toHaveBeenCalledWith({ field: 'data-eng' }),
    );
  });

  it('can be limited to those of one Kubernetes cluster', async () => {
    const api = FakeComputeClusters.create();
    api.namespaces = [
      DATA_ENG,
      { ...DATA_ENG, name: 'etl', kubernetesCluster: 'other' },
    ];
    const options = { 'ui:options': { kubernetesCluster: 'other' } };
    await openTemplate({ ...NAMESPACE, ...options }, api);
    await press(/^Where/);
    await waitFor(() =>
      expect(offered()).toEqual([/^etl/].map(expect.stringMatching)),
    );
  });

  it('must be chosen', async () => {
    const { onCreate } = await openTemplate(NAMESPACE);
    await press('Review');
    expect(
      await screen.findByText("must have required property 'Where'"),
    ).toBeVisible();
    expect(onCreate).not.toHaveBeenCalled();
  });

  it('says that there is none for a user without a namespace', async () => {
    const api = FakeComputeClusters.create();
    api.namespaces = [];
    await openTemplate(NAMESPACE, api);
    expect(
      await screen.findByText('No namespace is mapped to your teams'),
    ).toBeVisible();
  });

  it('says why the namespaces could not be read', async () => {
    const api = FakeComputeClusters.create();
    api.listNamespaces = async () => {
      throw await refusal(403, 'Not today');
    };
    await openTemplate(NAMESPACE, api);
    expect(
      await screen.findByText(/^The choices could not be loaded: .*Not today/),
    ).toBeVisible();
  });
});

describe('The node type of a template', () => {
  it.each([
    ['drivers', 'driver', ['driver-small', 'driver-medium']],
    ['executors', 'executor', ['executor-small']],
    ['both', undefined, ['driver-small', 'driver-medium', 'executor-small']],
  ] as const)('is one for %s', async (_name, use, names) => {
    await openTemplate(nodeType(use));
    await press(/^Size/);
    await screen.findByRole('option', { name: new RegExp(`^${names[0]}`) });
    expect(offered()).toEqual(
      names.map(name => expect.stringMatching(`^${name}`)),
    );
  });

  it('tells size and price', async () => {
    await openTemplate(nodeType('driver'));
    await press(/^Size/);
    expect(
      await screen.findByRole('option', { name: /^driver-small/ }),
    ).toHaveTextContent('For small jobs · 1 vCPU, 8 GiB · $0.21/h');
  });

  it("has the template's default", async () => {
    const { onCreate } = await openTemplate(
      nodeType('driver', { default: 'driver-medium' }),
    );
    expect(
      await screen.findByRole('button', { name: /^Size.*driver-medium/ }),
    ).toBeVisible();
    await press('Review');
    await press('Create');
    await waitFor(() =>
      expect(onCreate).toHaveBeenCalledWith({ field: 'driver-medium' }),
    );
  });

  it('does not pass on a default that is not offered', async () => {
    const { onCreate } = await openTemplate(
      nodeType('driver', { default: 'driver-gone' }),
    );
    await press(/^Size/);
    await screen.findByRole('option', { name: /^driver-small/ });
    await userEvent.keyboard('{Escape}');
    await press('Review');
    expect(
      await screen.findByText("must have required property 'Size'"),
    ).toBeVisible();
    expect(onCreate).not.toHaveBeenCalled();
  });
});
