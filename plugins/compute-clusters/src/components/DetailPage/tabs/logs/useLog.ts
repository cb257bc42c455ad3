import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { computeClustersApiRef } from '../../../../api/ComputeClustersApi';
import { LOG_LINES, LogBuffer } from './LogBuffer';
import { readLog } from './readLog';

/** How often the page shows what has come, in milliseconds: each line by itself would be slow. */
const SHOW_MS = 250;

/** How soon a log that ended, broke off or has not begun is asked for again, in milliseconds. */
const AGAIN_MS = 3_000;

/** A log as far as it has come. */
export type LogState = {
  text: string;
  cut: boolean;
  /** Nothing has been written yet. */
  waiting: boolean;
  loading: boolean;
  error: Error | undefined;
};

const BEGINNING: LogState = {
  text: '',
  cut: false,
  waiting: false,
  loading: true,
  error: undefined,
};

/** Follows the log of a pod while it is live; reads it once when it has ended. */
export function useLog(request: {
  clusterId: string;
  pod: string;
  live: boolean;
  minutes: number | undefined;
}): LogState {
  const api = useApi(computeClustersApiRef);
  const { clusterId, pod, live, minutes } = request;
  const [state, setState] = useState(BEGINNING);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let shown: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;

    const read = async () => {
      // What is read again begins anew: a stream does not tell where it broke off.
      const buffer = LogBuffer.create();
      const show = () => {
        shown = undefined;
        setState({
          ...BEGINNING,
          text: buffer.text,
          cut: buffer.cut,
          loading: false,
        });
      };
      try {
        const begun = await readLog(
          api,
          { clusterId, pod, minutes, follow: live, tail: LOG_LINES },
          {
            signal,
            onPart: part => {
              buffer.append(part);
              shown ??= setTimeout(show, SHOW_MS);
            },
          },
        );
        clearTimeout(shown);
        if (signal.aborted) return;
        show();
        if (!begun) setState({ ...BEGINNING, loading: false, waiting: true });
      } catch (error) {
        clearTimeout(shown);
        if (signal.aborted) return;
        setState(old => ({ ...old, loading: false, error: asError(error) }));
      }
      if (live) again = setTimeout(read, AGAIN_MS);
    };

    setState(BEGINNING);
    read();
    return () => {
      controller.abort();
      clearTimeout(shown);
      clearTimeout(again);
    };
  }, [api, clusterId, pod, live, minutes]);
  return state;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
