import { EffectiveSetting } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { SimulatedPortal } from './__testUtils__/SimulatedPortal';

jest.setTimeout(60_000);

describe('GET /clusters/{id}/configuration', () => {
  let portal: SimulatedPortal;

  beforeEach(async () => {
    portal = await SimulatedPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
  });

  const settingOf = async (id: string, name: string) => {
    const { body } = await portal.call('get', `/clusters/${id}/configuration`);
    const properties: EffectiveSetting[] = body.properties;
    return properties.find(property => property.name === name);
  };

  const withMine = (value: string) => ({
    sparkConf: [
      { name: 'spark.mine', value },
      { name: 'spark.secret', secret: { value: 'hunter2' } },
    ],
  });

  it('shows the run while one is on, and what is saved for the next', async () => {
    const { body } = await portal.create(withMine('old'));
    await portal.shows(body.id, 'ACTIVE');
    expect(await settingOf(body.id, 'spark.mine')).toEqual({
      name: 'spark.mine',
      value: 'old',
      source: 'user',
    });
    expect(await settingOf(body.id, 'spark.secret')).toEqual({
      name: 'spark.secret',
      value: null,
      source: 'user',
    });
    const run =
      'spark.kubernetes.executor.label.compute-clusters.backstage.io/run';
    expect(await settingOf(body.id, run)).toMatchObject({ value: '1' });

    const { spec } = await portal.terminate(body.id);
    await portal
      .call('put', `/clusters/${body.id}`)
      .send({ spec: { ...spec, ...withMine('new') } });
    expect(await settingOf(body.id, 'spark.mine')).toMatchObject({
      value: 'new',
    });
    expect(await settingOf(body.id, run)).toMatchObject({ value: '2' });
  });

  it('tells what the next start changes, and nothing of secrets', async () => {
    const { body } = await portal.create(withMine('old'));
    const changesOf = async () => {
      const answer = await portal.call('get', `/clusters/${body.id}/changes`);
      return answer.body.items;
    };
    await portal.shows(body.id, 'ACTIVE');
    expect(await changesOf()).toEqual([]);
    const { spec } = await portal.terminate(body.id);
    const saved = await portal
      .call('put', `/clusters/${body.id}`)
      .send({ spec: { ...spec, ...withMine('new') } });
    expect(saved.body.restartRequired).toBe(true);
    expect(await changesOf()).toEqual([
      { field: 'sparkConf', name: 'spark.mine', from: 'old', to: 'new' },
      { field: 'sparkConf', name: 'spark.secret', from: null, to: null },
    ]);
    const stranger = await portal.call(
      'get',
      `/clusters/${body.id}/changes`,
      'user:default/stranger',
    );
    expect(stranger.status).toBe(404);
  });

  it('asks Kubernetes nothing, and is hidden from strangers', async () => {
    const { body } = await portal.create();
    await portal.kubernetes.simulator.goAway();
    expect(await settingOf(body.id, 'spark.ui.port')).toMatchObject({
      source: 'platform',
    });
    const stranger = await portal.call(
      'get',
      `/clusters/${body.id}/configuration`,
      'user:default/stranger',
    );
    expect(stranger.status).toBe(404);
    await portal.kubernetes.simulator.comeBack();
  });
});
