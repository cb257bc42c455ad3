import type { Target } from '../Target';
import { TOKEN_VARIABLE } from './connectUrl';
import { INSTALL_PYTHON_CLIENT, pythonSession } from './pythonSession';
import type { Snippet } from './Snippet';
import { withConnect } from './withConnect';

/** A program in Python over Spark Connect. */
export function pythonSnippet(target: Target): Snippet {
  return withConnect(target, connect => [
    { label: 'install', text: INSTALL_PYTHON_CLIENT },
    {
      label: 'python',
      text: `${pythonSession(target, connect, {
        imports: ['import os'],
        token: `os.environ["${TOKEN_VARIABLE}"]`,
      })}
spark.sql("SELECT 41 + 1 AS answer").show()
`,
    },
  ]);
}
