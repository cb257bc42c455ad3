import type { Target } from '../Target';
import { TOKEN_VARIABLE } from './connectUrl';
import { INSTALL_PYTHON_CLIENT, pythonSession } from './pythonSession';
import type { Snippet } from './Snippet';
import { withConnect } from './withConnect';

/** Cells of a notebook, in Jupyter or VS Code: they ask for the token where the variable is not set. */
export function notebookSnippet(target: Target): Snippet {
  return withConnect(target, connect => [
    { label: 'install', text: `%${INSTALL_PYTHON_CLIENT}` },
    {
      label: 'cell',
      text: `${pythonSession(target, connect, {
        imports: ['import os', 'from getpass import getpass'],
        token: `os.environ.get("${TOKEN_VARIABLE}") or getpass("Token: ")`,
      })}
spark.sql("SELECT 41 + 1 AS answer").toPandas()
`,
    },
  ]);
}
