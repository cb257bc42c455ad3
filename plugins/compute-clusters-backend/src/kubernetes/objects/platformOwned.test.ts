import { platformOwnedProperty } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { clusterObjectInput, spec } from '../__testUtils__/clusterObjectInput';
import { sparkProperties } from './sparkProperties';

/** A multi-node cluster whose user tries to set one property. */
function sourceOf(name: string): string | undefined {
  const input = clusterObjectInput({
    spec: spec({ sparkConf: [{ name, value: 'mine' }] }),
  });
  return sparkProperties(input).find(property => property.name === name)
    ?.source;
}

const ALL = [
  ...sparkProperties(clusterObjectInput()),
  ...sparkProperties(
    clusterObjectInput({
      volume: { name: 'v', description: '', type: 'tmpfs', sizeGiB: 1 },
      spec: spec({ autoScaling: { enabled: false, idleTimeoutMinutes: 30 } }),
    }),
  ),
].map(({ name }) => name);

describe('what a user sets', () => {
  it.each([...new Set(ALL)])(
    'takes effect or is refused by the form: %s',
    name => {
      const takesEffect = sourceOf(name) === 'user';
      const refused = platformOwnedProperty(name) !== undefined;

      expect(takesEffect || refused).toBe(true);
    },
  );
});
