import { ResponseError } from '@backstage/errors';
import type { Problem } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** An answer of the backend that is not the one hoped for. */
export function refusal(
  status: number,
  message: string,
  details: Problem[] = [],
): Promise<ResponseError> {
  const error = { name: 'Error', message, details };
  return ResponseError.fromResponse(
    new Response(JSON.stringify({ error, response: { statusCode: status } }), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}
