import { Exposure } from './Exposure';
import { PORTS } from './names';

/** Where a driver listens for Thrift: the JVM serves one transport, not both. */
export function thriftPort({ thrift }: Pick<Exposure, 'thrift'>): number {
  return thrift.transport === 'http' ? PORTS.thriftHttp : PORTS.thrift;
}
