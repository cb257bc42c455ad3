import type { PodAnswer, PodRequest } from '../../server/PodProxy';

/** Paths of Spark's own tabs, with their titles. */
const TABS: Record<string, string> = {
  '/jobs/': 'Jobs',
  '/stages/': 'Stages',
  '/storage/': 'Storage',
  '/environment/': 'Environment',
  '/executors/': 'Executors',
  '/SQL/': 'SQL / DataFrame',
};

/** As Spark's own pages do, this one loads what it shows from the REST API, and remembers something in the browser. */
const SCRIPT = `window.localStorage.setItem('seen', 'yes');
fetch(document.body.dataset.root + '/api/v1/applications/' + document.body.dataset.id + '/allexecutors')
  .then(answer => answer.json())
  .then(executors => {
    for (const { id, hostPort, totalCores, isActive } of executors) {
      const row = document.getElementById('rows').insertRow();
      for (const value of [id, hostPort, totalCores, isActive ? 'Active' : 'Dead']) {
        row.insertCell().textContent = value;
      }
    }
  });
`;

const STYLE = `body{font-family:sans-serif;margin:1rem;color-scheme:light dark}
.notice{padding:.5rem 1rem;border:1px solid #b58900}
nav a{margin-right:1rem}td,th{padding:.2rem .8rem;text-align:left}
`;

interface SimulatedUi {
  request: PodRequest;
  /** Of the application. */
  id: string;
  /** Without secret values. */
  properties: [string, string][];
}

/** A driver's pages: as few as show that links, scripts and redirects work, and honest about what they are. */
export function simulatedSparkUi(ui: SimulatedUi): PodAnswer {
  const { path } = ui.request;
  const root = rootOf(ui.request);
  switch (path) {
    case '/':
      // like Jetty, which knows nothing of what stands before it
      return { code: 302, contentType: '', body: '', location: '/jobs/' };
    case '/static/simulated.js':
      return answer('text/javascript', SCRIPT);
    case '/static/simulated.css':
      return answer('text/css', STYLE);
    default:
      return TABS[path]
        ? answer('text/html;charset=utf-8', page(ui, root, path))
        : { code: 404, contentType: 'text/plain', body: `unknown: ${path}` };
  }
}

function answer(contentType: string, body: string): PodAnswer {
  return { code: 200, contentType, body };
}

/** Where the pages stand for the browser, as Spark learns it. */
function rootOf({ headers }: PodRequest): string {
  const context = headers['x-forwarded-context'];
  return escaped(typeof context === 'string' ? context : '');
}

function page({ id, properties }: SimulatedUi, root: string, path: string) {
  const title = TABS[path];
  const links = Object.entries(TABS).map(
    ([tab, name]) => `<a href="${root}${tab}">${name}</a>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><title>${escaped(
    id,
  )} - ${title} (simulated)</title>
<link rel="stylesheet" href="${root}/static/simulated.css"></head>
<body data-root="${root}" data-id="${escaped(id)}"><nav>${links.join('')}</nav>
<h1>${title}</h1>
<p class="notice">This driver is simulated. It runs no Spark: on a real Kubernetes, Spark's own pages stand here.</p>
${contentOf(path, root, properties)}</body></html>`;
}

function contentOf(
  path: string,
  root: string,
  properties: [string, string][],
): string {
  switch (path) {
    case '/executors/':
      return `<table><thead><tr><th>Executor</th><th>Address</th><th>Cores</th><th>Status</th></tr></thead><tbody id="rows"></tbody></table>
<script src="${root}/static/simulated.js"></script>`;
    case '/environment/':
      return `<table><tbody>${properties
        .map(
          ([name, value]) =>
            `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`,
        )
        .join('')}</tbody></table>`;
    default:
      return '<p>There is nothing to show.</p>';
  }
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
