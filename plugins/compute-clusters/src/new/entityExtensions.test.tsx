import type { Entity } from '@backstage/catalog-model';
import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  EntityContextMenuItemBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from '../__testUtils__/FakeComputeClusters';
import { aClusterEntity, anEntity } from '../__testUtils__/entities';
import { aCluster, aStatus } from '../__testUtils__/fixtures';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import {
  ComputeClustersQueries,
  computeClustersQueriesApiRef,
} from '../api/ComputeClustersQueries';
import { rootRouteRef } from '../routes';
import {
  entityComputeClusterCard,
  entityDependsOnComputeClustersCard,
  entityOwnedComputeClustersCard,
} from './entityCards';
import {
  activityContent,
  configurationContent,
  connectionsContent,
  detailsContent,
  eventsContent,
  logsContent,
  usageContent,
} from './entityContents';
import { startMenuItem, terminateMenuItem } from './entityContextMenuItems';
import { clusterIconLink } from './entityIconLinks';

const ENTITY = aClusterEntity();

const apisFor = (api: FakeComputeClusters) =>
  [
    [computeClustersApiRef, api],
    [
      computeClustersQueriesApiRef,
      ComputeClustersQueries.create({ retries: 0 }),
    ],
    [catalogApiRef, catalogApiMock()],
    [permissionApiRef, mockApis.permission()],
  ] as const;

const MOUNTED = { '/compute-clusters': rootRouteRef };

const page = (
  entity: Entity,
  extension: ExtensionDefinition,
  api = FakeComputeClusters.create(aCluster()),
) =>
  renderTestApp({
    extensions: [createTestEntityPage({ entity }), extension],
    mountedRoutes: MOUNTED,
    apis: [...apisFor(api)],
  });

describe('On the entity page of a compute cluster', () => {
  it.each([
    ['details', detailsContent, 'Compute'],
    ['connections', connectionsContent, 'Spark Connect'],
    ['configuration', configurationContent, 'Configuration'],
    ['events', eventsContent, 'Kubernetes events'],
    ['activity', activityContent, 'Activity'],
    ['usage', usageContent, 'Usage'],
  ])('tab %s shows what the own page shows', async (_name, content, title) => {
    page(ENTITY, content);
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('tab logs shows what the own page shows', async () => {
    page(ENTITY, logsContent);
    expect(await screen.findByText(/^There is no log\./)).toBeVisible();
  });

  it.each([
    ['tab', detailsContent, anEntity('Resource', 'database')],
    ['overview card', entityComputeClusterCard, anEntity('Resource', 'x')],
    ['card', entityDependsOnComputeClustersCard, anEntity('System', 'empty')],
    ['card', entityOwnedComputeClustersCard, ENTITY],
  ])('no %s shows for other entities', async (_name, extension, entity) => {
    page(entity, extension);
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  it.each([
    ['overview', entityComputeClusterCard, ENTITY, 'Compute cluster'],
    [
      'owned',
      entityOwnedComputeClustersCard,
      anEntity('Group', 'data-engineering'),
      'Compute clusters',
    ],
  ])('card %s shows', async (_name, card, entity, title) => {
    page(entity, card);
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('the icon link leads to the page of the cluster', async () => {
    const useLink = createExtensionTester(clusterIconLink).get(
      EntityIconLinkBlueprint.dataRefs.useProps,
    );
    const Link = () => {
      const { label, href } = useLink();
      return <a href={href}>{label}</a>;
    };
    renderInTestApp(
      <EntityProvider entity={ENTITY}>
        <Link />
      </EntityProvider>,
      { mountedRoutes: MOUNTED },
    );
    expect(
      await screen.findByRole('link', { name: 'Compute cluster' }),
    ).toHaveAttribute('href', '/compute-clusters/demo/data-eng/etl');
  });
});

describe('In the menu of the entity page', () => {
  const { data } = EntityContextMenuItemBlueprint.dataRefs;
  const startData = createExtensionTester(startMenuItem).get(data);
  const terminateData = createExtensionTester(terminateMenuItem).get(data);

  const openMenu = (
    { useProps }: typeof startData,
    api: FakeComputeClusters,
  ) => {
    const Item = () => {
      const { title, disabled, onClick } = useProps();
      return (
        <button disabled={disabled} onClick={onClick}>
          {title}
        </button>
      );
    };
    return renderInTestApp(
      <EntityProvider entity={ENTITY}>
        <Item />
      </EntityProvider>,
      {
        mountedRoutes: { ...MOUNTED, '/catalog/:x': entityRouteRef },
        apis: [...apisFor(api)],
      },
    );
  };
  const stopped = () =>
    FakeComputeClusters.create(
      aCluster({ status: aStatus({ state: 'STOPPED' }) }),
    );

  it('a stopped cluster can be started', async () => {
    const api = stopped();
    openMenu(startData, api);
    const start = await screen.findByRole('button', {
      name: 'Start compute cluster',
    });
    await waitFor(() => expect(start).toBeEnabled());
    await userEvent.click(start);
    await waitFor(() => expect(api.calls).toEqual(['start etl']));
  });

  it('a stopped cluster cannot be terminated', async () => {
    const api = stopped();
    const read = jest.spyOn(api, 'getClusterByName');
    openMenu(terminateData, api);
    await waitFor(() => expect(read).toHaveBeenCalled());
    expect(
      await screen.findByRole('button', { name: 'Terminate compute cluster' }),
    ).toBeDisabled();
  });

  it('a running cluster is terminated after a question', async () => {
    const api = FakeComputeClusters.create(aCluster());
    openMenu(terminateData, api);
    const terminate = await screen.findByRole('button', {
      name: 'Terminate compute cluster',
    });
    await waitFor(() => expect(terminate).toBeEnabled());
    await userEvent.click(terminate);
    const dialog = within(await screen.findByRole('dialog'));
    expect(api.calls).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Terminate' }));
    await waitFor(() => expect(api.calls).toEqual(['terminate etl']));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('others can do nothing', async () => {
    const api = stopped();
    api.me = { ...api.me, ownershipEntityRefs: [] };
    openMenu(startData, api);
    expect(
      await screen.findByRole('button', { name: 'Start compute cluster' }),
    ).toBeDisabled();
  });
});
