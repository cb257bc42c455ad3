import type { Connections } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  clusterIp,
  HTTP_SERVICE,
  ingress,
  SERVICE,
} from './__testUtils__/connections';
import { CODE_CLIENTS, SQL_CLIENTS, type ClientName } from './clients';
import { targetOf, type Reach } from './Target';
import type { Snippet } from './snippets/Snippet';

const CLIENTS = [...CODE_CLIENTS, ...SQL_CLIENTS];
const NAMES = CLIENTS.map(([name]) => name);
const OTHER_PATH = ingress('sql');
const BINARY_TLS: Connections = {
  ...ingress(),
  exposure: 'loadBalancer',
  thrift: { ...SERVICE.thrift, host: 'lb.example.com', tls: true },
};

function snippetOf(
  client: ClientName,
  connections: Connections,
  reach: Reach,
  token?: string,
): Snippet {
  const found = CLIENTS.find(([name]) => name === client);
  if (!found) throw new Error(`no client ${client}`);
  return found[1](targetOf(connections, { name: 'etl' }, reach, token));
}

/** All that a card says: problem, texts, and values of fields. */
function textOf(snippet: Snippet): string {
  if (snippet.problem) return `problem: ${snippet.problem}`;
  return snippet.parts
    .map(part =>
      'text' in part
        ? part.text
        : part.fields.map(([name, value]) => `${name}: ${value}`).join('\n'),
    )
    .join('\n');
}

describe('What a client is given', () => {
  it.each<[ClientName, string, Connections, Reach, string[]]>([
    [
      'python',
      'by a forwarded port',
      clusterIp(),
      'forward',
      [
        'remote(f"sc://localhost:15002/;user_id=ada;token={token}")',
        'os.environ["SPARK_CONNECT_AUTHENTICATE_TOKEN"]',
      ],
    ],
    [
      'python',
      'over TLS',
      ingress(),
      'outside',
      ['sc://etl.example.com:443/;use_ssl=true;user_id=ada;token={token}'],
    ],
    [
      'notebook',
      'without the variable',
      clusterIp(),
      'forward',
      ['%pip install pyspark-client', 'or getpass("Token: ")'],
    ],
    [
      'pyspark',
      'whatever is exposed',
      ingress(),
      'outside',
      [
        'kubectl --namespace data-eng port-forward service/etl 15002 &',
        'SPARK_REMOTE="sc://localhost:15002/;user_id=ada;token=$SPARK_CONNECT_AUTHENTICATE_TOKEN"',
      ],
    ],
    [
      'scala',
      'by a forwarded port',
      clusterIp(),
      'forward',
      [
        'remote("sc://localhost:15002/;user_id=ada;token=" + token)',
        'sys.env("SPARK_CONNECT_AUTHENTICATE_TOKEN")',
        'System.getenv("SPARK_CONNECT_AUTHENTICATE_TOKEN")',
      ],
    ],
    [
      'go',
      'over TLS',
      ingress(),
      'outside',
      [
        'go get github.com/apache/spark-connect-go@master',
        'Remote("sc://etl.example.com:443/;use_ssl=true;user_id=ada;token=" + token)',
        'os.Getenv("SPARK_CONNECT_AUTHENTICATE_TOKEN")',
      ],
    ],
    [
      'jdbc',
      'in binary',
      clusterIp(),
      'inside',
      [
        'jdbc:hive2://etl.data-eng.svc:10000/default\n',
        "-u 'jdbc:hive2://etl.data-eng.svc:10000/default' -n 'ada' -e 'SELECT 41 + 1 AS answer;'",
      ],
    ],
    [
      'jdbc',
      'over HTTP',
      clusterIp(HTTP_SERVICE),
      'forward',
      [
        'jdbc:hive2://localhost:10001/default;transportMode=http;httpPath=cliservice',
      ],
    ],
    [
      'jdbc',
      'over HTTPS',
      ingress(),
      'outside',
      ['/default;ssl=true;transportMode=http;httpPath=cliservice'],
    ],
    [
      'pyhive',
      'in binary',
      clusterIp(),
      'forward',
      ['hive.connect(host="localhost", port=10000, username="ada")'],
    ],
    [
      'pyhive',
      'over HTTPS, with a certificate that is looked at',
      ingress(),
      'outside',
      ['scheme="https", ssl_cert="required", check_hostname="true"'],
    ],
    [
      'pyhive',
      'at a path that PyHive does not know',
      OTHER_PATH,
      'outside',
      [
        'THttpClient("https://etl.example.com:443/sql/")',
        'hive.connect(thrift_transport=transport)',
      ],
    ],
    [
      'sqlalchemy',
      'in binary',
      clusterIp(),
      'forward',
      ['create_engine("hive://ada@localhost:10000/default")'],
    ],
    [
      'sqlalchemy',
      'over HTTP',
      clusterIp(HTTP_SERVICE),
      'forward',
      ['create_engine("hive+http://ada@localhost:10001/default")'],
    ],
    [
      'sqlalchemy',
      'at a path that PyHive does not know',
      OTHER_PATH,
      'outside',
      ['creator=lambda: hive.connect(thrift_transport=transport)'],
    ],
    [
      'dbt',
      'in binary',
      clusterIp(),
      'forward',
      ['method: thrift', 'host: "localhost"', 'port: 10000', 'user: "ada"'],
    ],
    [
      'dbt',
      'in binary over TLS',
      BINARY_TLS,
      'outside',
      ['method: thrift', 'use_ssl: true'],
    ],
    [
      'dbt',
      'over Spark Connect where Thrift is HTTP',
      ingress(),
      'outside',
      [
        'method: session',
        'export SPARK_REMOTE="sc://etl.example.com:443/;use_ssl=true;user_id=ada;token=$SPARK_CONNECT_AUTHENTICATE_TOKEN"',
      ],
    ],
    [
      'tableau',
      'in binary',
      clusterIp(),
      'forward',
      ['Transport: SASL', 'Authentication: Username\n', 'Require SSL: No'],
    ],
    [
      'tableau',
      'over HTTPS',
      ingress(),
      'outside',
      ['Transport: HTTP', 'HTTP Path: cliservice', 'Require SSL: Yes'],
    ],
    [
      'powerBi',
      'in binary',
      clusterIp(),
      'forward',
      ['Server: localhost:10000', 'Protocol: Standard'],
    ],
    [
      'powerBi',
      'over HTTPS',
      ingress(),
      'outside',
      ['Server: https://etl.example.com:443/cliservice', 'Protocol: HTTP'],
    ],
    [
      'superset',
      'over HTTPS',
      ingress(),
      'outside',
      [
        'hive+https://ada@etl.example.com:443/default?ssl_cert=required&check_hostname=true',
      ],
    ],
    [
      'metabase',
      'over HTTPS',
      ingress(),
      'outside',
      [
        'Host: etl.example.com',
        'options: ;ssl=true;transportMode=http;httpPath=cliservice',
      ],
    ],
    ['redash', 'in binary', clusterIp(), 'forward', ['Type: Hive\n']],
    [
      'redash',
      'over HTTPS',
      ingress(),
      'outside',
      ['Type: Hive (HTTP)', 'HTTP Path: cliservice', 'HTTP Scheme: https'],
    ],
  ])('%s %s', (client, _, connections, reach, texts) => {
    const all = textOf(snippetOf(client, connections, reach));
    for (const text of texts) expect(`${all}\n`).toContain(text);
  });

  it('is quoted, whatever the user is called', () => {
    const odd = { ...clusterIp(), user: `o'neil "x"` };
    expect(textOf(snippetOf('jdbc', odd, 'forward'))).toContain(
      `-n 'o'\\''neil "x"'`,
    );
    expect(textOf(snippetOf('pyhive', odd, 'forward'))).toContain(
      `username="o'neil \\"x\\""`,
    );
  });

  const withToken = NAMES.filter(name =>
    textOf(snippetOf(name, clusterIp(), 'forward')).includes('TOKEN'),
  );

  it('reads the token from a variable, where one is needed', () => {
    expect(withToken).toEqual(['python', 'notebook', 'pyspark', 'scala']);
  });

  it.each(withToken)('%s carries the token once it was shown', name => {
    const text = textOf(snippetOf(name, clusterIp(), 'forward', 's3cret'));
    expect(text).toContain('s3cret');
    expect(text).not.toContain('environ');
  });

  it('go carries the token once it was shown', () => {
    const text = textOf(snippetOf('go', ingress(), 'outside', 's3cret'));
    expect(text).toContain('token := "s3cret"');
    expect(text).not.toContain('"os"');
  });
});

describe('A client that cannot connect says why', () => {
  it.each<[ClientName, string, Connections, Reach, string]>([
    ['python', 'no TLS', clusterIp(), 'inside', 'connectTls'],
    ['go', 'no TLS to localhost', clusterIp(), 'forward', 'alwaysTls'],
    [
      'scala',
      'no address',
      { ...ingress(), connect: null },
      'outside',
      'noConnect',
    ],
    [
      'jdbc',
      'no Thrift',
      { ...ingress(), thrift: null },
      'outside',
      'noThrift',
    ],
    ['redash', 'TLS without HTTP', BINARY_TLS, 'outside', 'binaryTls'],
    ['superset', 'TLS without HTTP', BINARY_TLS, 'outside', 'binaryTls'],
    ['superset', 'another path', OTHER_PATH, 'outside', 'httpPath'],
    [
      'dbt',
      'HTTP, and Spark Connect without TLS',
      clusterIp(HTTP_SERVICE),
      'inside',
      'connectTls',
    ],
    [
      'pyspark',
      'no Service',
      { ...clusterIp(), service: undefined },
      'inside',
      'noConnect',
    ],
  ])('%s: %s', (client, _, connections, reach, problem) => {
    expect(snippetOf(client, connections, reach)).toEqual({ problem });
  });
});
