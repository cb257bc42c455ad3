import type { Target } from '../Target';
import { connectUrl, TOKEN_VARIABLE } from './connectUrl';
import { INSTALL_PYTHON_CLIENT } from './pythonSession';
import { quoted, shellQuoted } from './quoted';
import type { Snippet } from './Snippet';
import { withConnect } from './withConnect';
import { withThrift } from './withThrift';

const INSTALL = "pip install dbt-core 'dbt-spark[PyHive]'";

/**
 * A profile of dbt. dbt-spark speaks Thrift only in binary (its method http is of Databricks); otherwise its method
 * session takes the session that SPARK_REMOTE names, which is one of Spark Connect.
 */
export function dbtSnippet(target: Target): Snippet {
  return target.thrift?.transport === 'binary'
    ? byThrift(target)
    : byConnect(target);
}

function byThrift(target: Target): Snippet {
  return withThrift(target, ({ host, port, tls }) => [
    { label: 'install', text: INSTALL },
    {
      label: 'profiles',
      text: profile(target, [
        'method: thrift',
        `host: ${quoted(host)}`,
        `port: ${port}`,
        `user: ${quoted(target.user)}`,
        ...(tls ? ['use_ssl: true'] : []),
        'threads: 4',
      ]),
    },
  ]);
}

function byConnect(target: Target): Snippet {
  const { token } = target;
  return withConnect(target, connect => [
    { label: 'install', text: `${INSTALL}\n${INSTALL_PYTHON_CLIENT}` },
    {
      label: 'profiles',
      // dbt-spark asks for a host, and does not look at it
      text: profile(target, ['method: session', 'host: NA', 'threads: 1']),
    },
    {
      label: 'dbtConnect',
      text: `${
        token === undefined
          ? ''
          : `export ${TOKEN_VARIABLE}=${shellQuoted(token)}\n`
      }export SPARK_REMOTE="${connectUrl(
        target,
        connect,
        `$${TOKEN_VARIABLE}`,
      )}"
dbt run
`,
    },
  ]);
}

function profile({ name }: Target, lines: string[]): string {
  return `${quoted(name)}:
  target: dev
  outputs:
    dev:
      type: spark
${lines.map(line => `      ${line}\n`).join('')}      schema: default
`;
}
