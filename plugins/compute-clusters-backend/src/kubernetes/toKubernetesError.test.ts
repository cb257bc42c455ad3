import { toKubernetesError } from './toKubernetesError';

const status = (reason: string, message = 'because') =>
  JSON.stringify({ kind: 'Status', reason, message });

describe('toKubernetesError', () => {
  it.each([
    ['bad request', 400, status('BadRequest'), 'Invalid'],
    ['no credentials', 401, status('Unauthorized'), 'Unauthorized'],
    ['no right', 403, status('Forbidden'), 'Forbidden'],
    [
      'quota',
      403,
      status(
        'Forbidden',
        'pods "a" is forbidden: exceeded quota: compute-clusters, requested: pods=1, used: pods=1, limited: pods=1',
      ),
      'QuotaExceeded',
    ],
    [
      'a namespace on its way out',
      403,
      JSON.stringify({
        kind: 'Status',
        reason: 'Forbidden',
        details: {
          causes: [
            {
              reason: 'NamespaceTerminating',
              message: 'namespace a is being terminated',
              field: 'metadata.namespace',
            },
          ],
        },
      }),
      'NamespaceTerminating',
    ],
    ['absent', 404, status('NotFound'), 'NotFound'],
    ['taken', 409, status('AlreadyExists'), 'AlreadyExists'],
    ['changed meanwhile', 409, status('Conflict'), 'Conflict'],
    ['too old', 410, status('Expired'), 'Gone'],
    ['unprocessable', 422, status('Invalid'), 'Invalid'],
    ['too many', 429, status('TooManyRequests'), 'TooManyRequests'],
    ['etcd away', 500, status('InternalError'), 'Unreachable'],
    ['behind a proxy', 502, '<html>Bad gateway</html>', 'Unreachable'],
    ['starting', 503, '', 'Unreachable'],
  ])('%s', (_, code, body, expected) => {
    expect(toKubernetesError(code, body)).toMatchObject({
      code: expected,
      status: code,
    });
  });

  it('takes nothing of a body of another shape', () => {
    const { code, message } = toKubernetesError(
      403,
      '{"message":1,"details":2}',
    );
    expect(code).toBe('Forbidden');
    expect(message).toBe('Kubernetes answered 403: {"message":1,"details":2}');
  });

  it('quotes a body that is not Kubernetes’', () => {
    expect(toKubernetesError(502, '<html>').message).toBe(
      'Kubernetes answered 502: <html>',
    );
  });
});
