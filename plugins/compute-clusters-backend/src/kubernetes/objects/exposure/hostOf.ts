import { ClusterObjectInput } from '../ClusterObjectInput';

type Place = Pick<ClusterObjectInput, 'name' | 'namespace' | 'exposure'>;

/** Host of a cluster's Connect endpoint behind an ingress or gateway. */
export function connectHost({ exposure, ...place }: Place): string {
  return fillIn(exposure.host ?? '', place);
}

/** Host of its Thrift endpoint there. */
export function thriftHost({ exposure, ...place }: Place): string {
  return fillIn(exposure.thrift.host ?? exposure.host ?? '', place);
}

function fillIn(
  template: string,
  { name, namespace }: Omit<Place, 'exposure'>,
): string {
  return template
    .replaceAll('{{name}}', name)
    .replaceAll('{{namespace}}', namespace);
}
