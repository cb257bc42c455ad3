import { exposureOf } from './exposureOf';
import { exposureSchema } from './exposureSchema';

const HOST = '{{name}}.{{namespace}}.spark.example.com';
const THRIFT = { transport: 'http', external: true };

function problemsOf(exposure: object): string[] {
  const result = exposureSchema.safeParse(exposure);
  return result.success
    ? []
    : result.error.issues.map(({ path }) => path.join('.'));
}

describe('exposureSchema', () => {
  it('exposes nothing by default', () => {
    expect(exposureSchema.parse({})).toEqual({
      type: 'clusterIP',
      annotations: {},
      tls: false,
      thrift: { transport: 'binary', httpPath: 'cliservice', external: false },
    });
  });

  it.each([
    ['an ingress', { type: 'ingress', host: HOST }, true],
    ['an ingress without', { type: 'ingress', host: HOST, tls: false }, false],
    [
      'a gateway',
      { type: 'gateway', host: HOST, gateway: { name: 'g' } },
      true,
    ],
    ['a load balancer', { type: 'loadBalancer' }, false],
    ['a load balancer that does', { type: 'loadBalancer', tls: true }, true],
  ])('knows of %s whether it ends TLS', (_, exposure, tls) => {
    expect(exposureSchema.parse(exposure)).toMatchObject({ tls });
  });

  it.each<[string, object, string[]]>([
    ['an ingress without a host', { type: 'ingress' }, ['host']],
    [
      'the same host for all clusters',
      { type: 'ingress', host: 'spark.example.com' },
      ['host'],
    ],
    [
      'the same host for a name in two namespaces',
      { type: 'ingress', host: '{{name}}.spark.example.com' },
      ['host'],
    ],
    [
      'an unknown placeholder',
      { type: 'ingress', host: `{{owner}}.${HOST}` },
      ['host'],
    ],
    ['a gateway without one', { type: 'gateway', host: HOST }, ['gateway']],
    [
      'binary Thrift by an ingress',
      { type: 'ingress', host: HOST, thrift: { external: true } },
      ['thrift.transport'],
    ],
    [
      'both routes of a gateway with one host',
      {
        type: 'gateway',
        host: HOST,
        gateway: { name: 'g' },
        thrift: THRIFT,
      },
      ['thrift.host'],
    ],
    ['another type', { type: 'nodePort' }, ['type']],
  ])('refuses %s', (_, exposure, paths) => {
    expect(problemsOf(exposure)).toEqual(paths);
  });

  it('takes Thrift by a gateway with a host of its own', () => {
    expect(
      problemsOf({
        type: 'gateway',
        host: HOST,
        gateway: { name: 'g' },
        thrift: { ...THRIFT, host: `thrift-${HOST}` },
      }),
    ).toEqual([]);
  });
});

describe('exposureOf', () => {
  it('is the Kubernetes cluster’s own, or that of all', () => {
    const own = exposureSchema.parse({ type: 'loadBalancer' });
    const config = {
      exposure: exposureSchema.parse({}),
      kubernetes: {
        clusters: [
          { name: 'east', createNamespaces: false, exposure: own },
          { name: 'west', createNamespaces: false },
        ],
      },
    };
    expect(exposureOf(config, 'east').type).toBe('loadBalancer');
    expect(exposureOf(config, 'west').type).toBe('clusterIP');
  });
});
