import type { ComputeClustersApi } from '../../../../api/ComputeClustersApi';
import { LogReader, type WantedLog } from './LogReader';

/** The log that was wanted last from each backend: a tab that is opened again finds it. */
const lastReaders = new WeakMap<
  ComputeClustersApi,
  { key: string; reader: LogReader }
>();

/** The reader of a log. There is one that outlives its page: of many, the browser would have too few connections. */
export function readerOf(
  api: ComputeClustersApi,
  wanted: WantedLog,
): LogReader {
  const { clusterId, pod, live, minutes } = wanted;
  const key = JSON.stringify([clusterId, pod, live, minutes]);
  const last = lastReaders.get(api);
  if (last?.key === key) return last.reader;
  last?.reader.release();
  const reader = LogReader.create(api, wanted);
  lastReaders.set(api, { key, reader });
  return reader;
}
