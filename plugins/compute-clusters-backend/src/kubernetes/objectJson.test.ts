import { KubernetesObject, V1NetworkPolicy } from '@kubernetes/client-node';
import { ObjectSerializer } from '@kubernetes/client-node/dist/serializer.js';
import { getSerializationType } from '@kubernetes/client-node/dist/util.js';
import {
  clusterObjectInput,
  SINGLE_NODE,
  spec,
} from './__testUtils__/clusterObjectInput';
import { toJson } from './objectJson';
import {
  clientService,
  clusterConfigMap,
  clusterSecret,
  driverJob,
  limitRange,
} from './objects';

const fromAnywhere: V1NetworkPolicy = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  spec: { podSelector: {}, ingress: [{ _from: [{ podSelector: {} }] }] },
};

const input = clusterObjectInput();
const single = clusterObjectInput({ spec: spec(SINGLE_NODE) });

describe('toJson', () => {
  it.each<[string, KubernetesObject]>([
    ['a ConfigMap', clusterConfigMap(input)],
    ['a Secret', clusterSecret(input)],
    ['a Service', clientService(input)],
    ['the Job of a multi-node cluster', driverJob(input)],
    ['the Job of a single-node cluster', driverJob(single)],
  ])('writes %s as the client would', (_what, object) => {
    const type = getSerializationType(object.apiVersion, object.kind);
    const serialized: unknown = ObjectSerializer.serialize(object, type);
    expect(JSON.parse(toJson(object))).toEqual(
      JSON.parse(JSON.stringify(serialized)),
    );
  });

  it('writes dates as Kubernetes does', () => {
    const creationTimestamp = new Date('2026-01-01T12:00:00Z');
    const map = { apiVersion: 'v1', kind: 'ConfigMap' };
    expect(
      JSON.parse(toJson({ ...map, metadata: { creationTimestamp } })),
    ).toEqual({
      ...map,
      metadata: { creationTimestamp: '2026-01-01T12:00:00.000Z' },
    });
  });

  it.each<[string, KubernetesObject, string, string]>([
    ['from', fromAnywhere, '"from":', '"_from":'],
    ['default', limitRange('a'), '"default":', '"_default":'],
  ])('gives %s back its name', (_field, object, name, renamed) => {
    expect(toJson(object)).toContain(name);
    expect(toJson(object)).not.toContain(renamed);
  });
});
