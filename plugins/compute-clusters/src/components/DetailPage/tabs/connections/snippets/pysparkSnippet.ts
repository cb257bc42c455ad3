import { portForward } from '../portForward';
import type { Target } from '../Target';
import { connectUrl, TOKEN_VARIABLE } from './connectUrl';
import { INSTALL_PYTHON_CLIENT } from './pythonSession';
import { shellQuoted } from './quoted';
import type { Snippet } from './Snippet';

/** A shell of PySpark by kubectl port-forward: it needs nothing but kubectl, however a cluster is exposed. */
export function pysparkSnippet(target: Target): Snippet {
  const { service, token } = target;
  if (!service) return { problem: 'noConnect' };
  const { port } = service.connect;
  const connect = { host: 'localhost', port, tls: false };
  const url = connectUrl(target, connect, `$${TOKEN_VARIABLE}`);
  const setToken =
    token === undefined
      ? ''
      : `export ${TOKEN_VARIABLE}=${shellQuoted(token)}\n`;
  return {
    parts: [
      { label: 'install', text: INSTALL_PYTHON_CLIENT },
      {
        label: 'run',
        text: `${setToken}${portForward(service, [port])} &
SPARK_REMOTE="${url}" python3 -i -c \\
  'from pyspark.sql import SparkSession; spark = SparkSession.builder.getOrCreate()'
`,
      },
    ],
  };
}
