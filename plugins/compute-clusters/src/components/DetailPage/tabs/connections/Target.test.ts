import { clusterIp, ingress, SERVICE } from './__testUtils__/connections';
import { reachesOf, targetOf } from './Target';

const ETL = { name: 'etl' };

describe('reachesOf', () => {
  it('leads to what is not exposed by kubectl, or from a pod', () => {
    expect(reachesOf(clusterIp())).toEqual(['forward', 'inside']);
  });

  it('leads to what is exposed from everywhere', () => {
    expect(reachesOf(ingress())).toEqual(['outside', 'forward', 'inside']);
  });

  it('knows no port to forward without a Service', () => {
    expect(reachesOf({ ...clusterIp(), service: undefined })).toEqual([
      'inside',
    ]);
  });
});

describe('targetOf', () => {
  it('is this computer for forwarded ports, without TLS', () => {
    const target = targetOf(ingress(), ETL, 'forward');
    expect(target.connect).toEqual({
      host: 'localhost',
      port: 15002,
      tls: false,
    });
    expect(target.thrift).toMatchObject({ host: 'localhost', port: 10001 });
  });

  it('is the Service for pods', () => {
    const { connect, thrift } = targetOf(ingress(), ETL, 'inside');
    expect(connect).toEqual(SERVICE.connect);
    expect(thrift).toMatchObject({ host: 'etl.data-eng.svc', port: 10001 });
  });

  it('is what is exposed for everybody else', () => {
    const { connect } = targetOf(ingress(), ETL, 'outside');
    expect(connect).toEqual({ host: 'etl.example.com', port: 443, tls: true });
  });

  it.each([
    ['not exposed: what there is', clusterIp(), SERVICE.thrift],
    ['exposed: nothing for pods', ingress(), null],
  ])('without a Service, %s', (_, connections, thrift) => {
    expect(
      targetOf({ ...connections, service: undefined }, ETL, 'inside').thrift,
    ).toEqual(thrift);
  });
});
