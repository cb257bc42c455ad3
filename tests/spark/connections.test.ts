import type {
  ComputeCluster,
  ConnectEndpoint,
  Connections,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Certificate } from '../support/Certificate';
import { execInPod } from '../support/execInPod';
import { type ForwardedPort, forwardPort } from '../support/forwardPort';
import { ClientShell } from './ClientShell';
import {
  type ClientName,
  copied,
  type PartLabel,
  TOKEN_VARIABLE,
} from './copied';
import { SparkTeam } from './SparkTeam';
import { TlsFront } from './TlsFront';

jest.setTimeout(900_000);

describe.each(['binary', 'http'])(
  'what users copy, with Thrift over %s',
  transport => {
    let team: SparkTeam;
    let cluster: ComputeCluster;
    let shell: ClientShell;
    let told: Connections;
    let connections: Connections;
    let token: Record<string, string>;
    const ports: ForwardedPort[] = [];

    /** A port of the driver on this computer; the page has the port itself, which another process here may have. */
    const forwarded = async (port: number): Promise<number> => {
      const way = await forwardPort(team.kubeConfig, {
        namespace: cluster.namespace,
        name: cluster.status.driver.pod ?? '',
        port,
      });
      ports.push(way);
      return way.port;
    };

    const forwardAll = async ({ service, ...more }: Connections) => {
      if (!service) throw new Error('the portal tells of no Service');
      const { connect, thrift } = service;
      return {
        ...more,
        service: {
          ...service,
          connect: { ...connect, port: await forwarded(connect.port) },
          thrift: { ...thrift, port: await forwarded(thrift.port) },
        },
      };
    };

    beforeAll(async () => {
      team = await SparkTeam.start({
        environment: {
          APP_CONFIG_computeClusters_exposure: JSON.stringify({
            thrift: { transport },
          }),
        },
      });
      const { id } = await team.create(`clients-${transport}`, {
        deploymentType: 'single-node',
        executor: undefined,
        autoScaling: undefined,
      });
      shell = await ClientShell.open('spark');
      cluster = await team.reaches(id, 'ACTIVE');
      told = await team.clusters.getConnections(id);
      connections = await forwardAll(told);
      token = {
        [TOKEN_VARIABLE]: (await team.clusters.getConnectToken(id)).token,
      };
    });

    afterAll(async () => {
      ports.forEach(port => port.close());
      shell?.close();
      if (cluster) await team.remove(cluster);
      await team?.stop();
    });

    const copy = (client: ClientName, label: PartLabel) =>
      copied(connections, cluster, client, label);

    it('the portal tells the transport', () => {
      expect(told.service?.thrift.transport).toBe(transport);
    });

    it('Python answers over Spark Connect', async () => {
      await shell.install(copy('python', 'install'));
      const printed = await shell.python(copy('python', 'python'), token);
      expect(printed).toMatch(/answer\|\n.*\n\|\s+42\|/);
    });

    it('PyHive answers', async () => {
      await shell.install(copy('pyhive', 'install'));
      const printed = await shell.python(copy('pyhive', 'python'));
      expect(printed.trim()).toBe('[(42,)]');
    });

    it('SQLAlchemy answers', async () => {
      await shell.install(copy('sqlalchemy', 'install'));
      const printed = await shell.python(copy('sqlalchemy', 'python'));
      expect(printed.trim()).toBe('[(42,)]');
    });

    describe('from outside, by TLS', () => {
      let certificate: Certificate;
      let tls: TlsFront;
      let outside: Connections;

      const open = async <T extends ConnectEndpoint>(endpoint: T) => ({
        ...endpoint,
        host: 'localhost',
        tls: true,
        port: await tls.before(endpoint.port),
      });

      beforeAll(async () => {
        const { service } = connections;
        if (!service) throw new Error('the portal tells of no Service');
        certificate = await Certificate.of('localhost');
        tls = new TlsFront(certificate);
        outside = {
          ...connections,
          exposure: 'loadBalancer',
          connect: await open(service.connect),
          thrift: await open(service.thrift),
        };
      });
      afterAll(() => {
        tls?.close();
        certificate?.remove();
      });

      const python = (client: ClientName) =>
        copied(outside, cluster, client, 'python', 'outside');

      it('Python answers over Spark Connect', async () => {
        const printed = await shell.python(python('python'), {
          ...token,
          ...certificate.trust,
        });
        expect(printed).toContain(' 42|');
      });

      // PyHive speaks TLS over HTTP only, and its card says so.
      if (transport === 'http') {
        it('PyHive answers', async () => {
          const printed = await shell.python(
            python('pyhive'),
            certificate.trust,
          );
          expect(printed.trim()).toBe('[(42,)]');
        });
      }
    });

    it('beeline answers', async () => {
      // The driver has Spark's own beeline; there, the port is the one that the page tells.
      const beeline = copied(told, cluster, 'jdbc', 'beeline');
      const printed = await execInPod(
        team.kubeConfig,
        {
          namespace: cluster.namespace,
          pod: cluster.status.driver.pod ?? '',
          container: 'driver',
        },
        [
          'bash',
          '-ec',
          `export PATH=/opt/spark/bin:$PATH SPARK_BEELINE_MEMORY=96m; ${beeline}`,
        ],
      );
      expect(printed).toMatch(/answer\s*\|[^]*\| 42\s*\|/);
    });

    it('dbt runs a model', async () => {
      // Over HTTP it comes by Spark Connect, whose client is not in every environment with dbt.
      const dbt = await ClientShell.open(`dbt-${transport}`);
      await dbt.install(copy('dbt', 'install'));
      dbt.write('profiles.yml', copy('dbt', 'profiles'));
      dbt.write('dbt_project.yml', projectOf(cluster));
      dbt.write('models/answer.sql', 'select 41 + 1 as answer');
      const runs =
        transport === 'binary' ? 'dbt run' : copy('dbt', 'dbtConnect');
      expect(await dbt.sh(runs, token)).toContain('PASS=1');
      dbt.close();
    });
  },
);

function projectOf({ name }: ComputeCluster): string {
  return `name: answers
version: "1.0"
profile: ${JSON.stringify(name)}
`;
}
