import type { ConnectEndpoint } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Target } from '../Target';
import { connectUrl } from './connectUrl';
import { quoted } from './quoted';

/** What installs the client of Spark Connect; it needs no Java. */
export const INSTALL_PYTHON_CLIENT = 'pip install pyspark-client';

/** Python that opens a session; where the token is not shown, the expression finds it. */
export function pythonSession(
  target: Target,
  connect: ConnectEndpoint,
  { imports, token }: { imports: string[]; token: string },
): string {
  const url = connectUrl(target, connect, '{token}');
  return [
    ...imports,
    'from pyspark.sql import SparkSession',
    '',
    `token = ${target.token === undefined ? token : quoted(target.token)}`,
    `spark = SparkSession.builder.remote(f"${url}").getOrCreate()`,
  ].join('\n');
}
