/** A fenced block of a README that somebody who installs the plugin follows. */
export interface ReadmeStep {
  /** `bash` is run, `diff` changes a file, all else is the text of a file. */
  language: string;
  /** The heading that it stands below. */
  heading: string;
  /** The file that its first line names, relative to the app; of `bash`, none. */
  file?: string;
  /** What is below that line. */
  text: string;
}

const BLOCK = /^(#+ .*)$|^```(\w+)\n([^]*?)^```$/gm;
// In YAML, TypeScript, and TypeScript as context of a diff.
const FILE = /^ ?(?:#|\/\/) ((?:packages\/|app-config)\S+)\n/;

/**
 * The steps of a README in their order. A block that is neither a command nor names its file only explains, and is none.
 */
export function readmeSteps(readme: string): ReadmeStep[] {
  const steps: ReadmeStep[] = [];
  let heading = '';
  for (const [, title, language, block] of readme.matchAll(BLOCK)) {
    if (title) {
      heading = title.replace(/^#+ /, '');
      continue;
    }
    const file = block.match(FILE)?.[1];
    if (language === 'bash') {
      steps.push({ language, heading, text: block });
    } else if (file) {
      const text = block.replace(FILE, '');
      steps.push({ language, heading, file, text });
    }
  }
  return steps;
}
