import type { Target } from '../Target';
import { connectUrl, TOKEN_VARIABLE } from './connectUrl';
import { quoted } from './quoted';
import type { Snippet } from './Snippet';
import { withConnect } from './withConnect';

/** What installs the client of Spark Connect; it needs no Java. */
export const INSTALL_PYTHON_CLIENT = 'pip install pyspark-client';

/** A program in Python over Spark Connect. */
export function pythonSnippet(target: Target): Snippet {
  return withConnect(target, connect => [
    { label: 'install', text: INSTALL_PYTHON_CLIENT },
    {
      label: 'python',
      text: `import os
from pyspark.sql import SparkSession

token = ${tokenIn(target)}
spark = SparkSession.builder.remote(f"${connectUrl(
        target,
        connect,
        '{token}',
      )}").getOrCreate()
spark.sql("SELECT 41 + 1 AS answer").show()
`,
    },
  ]);
}

function tokenIn({ token }: Target): string {
  return token === undefined
    ? `os.environ["${TOKEN_VARIABLE}"]`
    : quoted(token);
}
