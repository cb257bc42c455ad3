import { statusOf } from '../../../../api/ComputeClustersQueries';
import type { ComputeClustersApi } from '../../../../api/ComputeClustersApi';

/** What is asked of a log. */
export type LogRequest = {
  clusterId: string;
  pod: string;
  /** Minutes before now; the whole log without. */
  minutes?: number;
  /** Go on while lines are written. */
  follow: boolean;
  /** So many last lines. */
  tail: number;
};

/** Reads a log part by part until it ends; false if the container has not written anything yet. */
export async function readLog(
  api: ComputeClustersApi,
  request: LogRequest,
  options: { signal: AbortSignal; onPart: (text: string) => void },
): Promise<boolean> {
  const { clusterId, pod, minutes, follow, tail } = request;
  const since = minutes && new Date(Date.now() - minutes * 60_000);
  const { signal } = options;
  try {
    const response = await api.getLogs(
      clusterId,
      { pod, tail, follow, ...(since && { since: since.toISOString() }) },
      { signal },
    );
    await readParts(response, options.onPart);
    return true;
  } catch (error) {
    if (statusOf(error) === 409) return false;
    throw error;
  }
}

async function readParts(
  response: Response,
  onPart: (text: string) => void,
): Promise<void> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let part = await reader?.read();
  while (reader && part && !part.done) {
    onPart(decoder.decode(part.value, { stream: true }));
    part = await reader.read();
  }
}
