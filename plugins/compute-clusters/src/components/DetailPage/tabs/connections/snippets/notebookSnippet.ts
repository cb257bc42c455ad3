import type { Target } from '../Target';
import { connectUrl, TOKEN_VARIABLE } from './connectUrl';
import { INSTALL_PYTHON_CLIENT } from './pythonSnippet';
import { quoted } from './quoted';
import type { Snippet } from './Snippet';
import { withConnect } from './withConnect';

/** Cells of a notebook, in Jupyter or VS Code: they ask for the token where the variable is not set. */
export function notebookSnippet(target: Target): Snippet {
  return withConnect(target, connect => [
    { label: 'install', text: `%${INSTALL_PYTHON_CLIENT}` },
    {
      label: 'cell',
      text: `import os
from getpass import getpass
from pyspark.sql import SparkSession

token = ${tokenIn(target)}
spark = SparkSession.builder.remote(f"${connectUrl(
        target,
        connect,
        '{token}',
      )}").getOrCreate()
spark.sql("SELECT 41 + 1 AS answer").toPandas()
`,
    },
  ]);
}

function tokenIn({ token }: Target): string {
  return token === undefined
    ? `os.environ.get("${TOKEN_VARIABLE}") or getpass("Token: ")`
    : quoted(token);
}
