import { mockServices } from '@backstage/backend-test-utils';
import { readKubernetesEntityRefs } from './readKubernetesEntityRefs';
import { readSchedule } from './readSchedule';

describe('readSchedule', () => {
  it('is every ten minutes where nothing is configured', () => {
    const config = mockServices.rootConfig({ data: {} });

    expect(readSchedule(config)).toMatchObject({ frequency: { minutes: 10 } });
  });

  it('is what is configured', () => {
    const schedule = { frequency: { hours: 1 }, timeout: { minutes: 2 } };
    const config = mockServices.rootConfig({
      data: { catalog: { providers: { computeClusters: { schedule } } } },
    });

    expect(readSchedule(config)).toMatchObject(schedule);
  });
});

describe('readKubernetesEntityRefs', () => {
  it('knows the Kubernetes clusters that have an entity', () => {
    const config = mockServices.rootConfig({
      data: {
        computeClusters: {
          kubernetes: {
            clusters: [
              { name: 'demo' },
              { name: 'west', entityRef: 'resource:default/k8s-west' },
            ],
          },
        },
      },
    });

    expect([...readKubernetesEntityRefs(config)]).toEqual([
      ['west', 'resource:default/k8s-west'],
    ]);
  });

  it('knows none where none is configured', () => {
    expect(
      readKubernetesEntityRefs(mockServices.rootConfig({ data: {} })).size,
    ).toBe(0);
  });
});
