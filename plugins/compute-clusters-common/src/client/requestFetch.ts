import { FetchApi } from '../schema/openapi/generated/types/fetch';

/** The generated client sends header parameters by their camel case names. */
const HEADER_NAMES = new Map([
  ['ifMatch', 'If-Match'],
  ['idempotencyKey', 'Idempotency-Key'],
]);

/**
 * A fetch for one request of the generated client: gives headers their real names, leaves out those without a value, and
 * passes on the abort signal and the wanted media type, which the generated client cannot send.
 */
export function requestFetch(
  fetchApi: FetchApi,
  { signal, accept }: { signal?: AbortSignal; accept?: string } = {},
): FetchApi {
  return {
    fetch: (input, init) =>
      fetchApi.fetch(input, {
        ...init,
        headers: {
          ...realHeaders(init?.headers),
          ...(accept && { Accept: accept }),
        },
        ...(signal && { signal }),
      }),
  };
}

function realHeaders(headers: HeadersInit = {}): Record<string, string> {
  const entries: [string, string | undefined][] = Object.entries(headers);
  const real: Record<string, string> = {};
  for (const [name, value] of entries) {
    if (value !== undefined) {
      real[HEADER_NAMES.get(name) ?? name] = value;
    }
  }
  return real;
}
