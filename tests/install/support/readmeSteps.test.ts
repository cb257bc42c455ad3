import { readmeSteps } from './readmeSteps';

const README = `# Plugin

\`\`\`yaml
kind: Resource
\`\`\`

## Install

\`\`\`bash
yarn add it
\`\`\`

\`\`\`diff
 // packages/app/src/App.tsx
 a
+b
\`\`\`

## Configure

\`\`\`yaml
# app-config.yaml
computeClusters: {}
\`\`\`
`;

describe('The steps of a README', () => {
  it('are its commands and the blocks that name their file', () => {
    expect(readmeSteps(README)).toEqual([
      { language: 'bash', heading: 'Install', text: 'yarn add it\n' },
      {
        language: 'diff',
        heading: 'Install',
        file: 'packages/app/src/App.tsx',
        text: ' a\n+b\n',
      },
      {
        language: 'yaml',
        heading: 'Configure',
        file: 'app-config.yaml',
        text: 'computeClusters: {}\n',
      },
    ]);
  });
});
