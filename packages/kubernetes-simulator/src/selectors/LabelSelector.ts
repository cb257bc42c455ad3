import { badRequest } from '../status/errors';

type Labels = Record<string, string> | undefined;
type Requirement = (labels: Record<string, string>) => boolean;

const KEY = '[A-Za-z0-9]([-A-Za-z0-9_./]*[A-Za-z0-9])?';
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EQUALITY = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*([-A-Za-z0-9_.]*)$`);
const EXISTENCE = new RegExp(`^(!?)\\s*(${KEY})$`);

function parseRequirement(text: string): Requirement {
  const set = SET.exec(text);
  if (set) {
    const values = new Set(set[4].split(',').map(value => value.trim()));
    return set[3] === 'in'
      ? labels => labels[set[1]] !== undefined && values.has(labels[set[1]])
      : labels => labels[set[1]] === undefined || !values.has(labels[set[1]]);
  }
  const equality = EQUALITY.exec(text);
  if (equality) {
    const [, key, , operator, value] = equality;
    return operator === '!='
      ? labels => labels[key] !== value
      : labels => labels[key] === value;
  }
  const existence = EXISTENCE.exec(text);
  if (!existence) {
    throw badRequest(`unable to parse requirement: found '${text}'`);
  }
  const [, not, key] = existence;
  return labels => (labels[key] === undefined) === (not === '!');
}

/** A selector as in `?labelSelector=`. */
export class LabelSelector {
  private constructor(private readonly requirements: Requirement[]) {}

  /** @throws StatusError 400 */
  static parse(text: string | undefined): LabelSelector {
    // Commas separate requirements, but not within the brackets of a set.
    const parts = (text ?? '')
      .split(/,(?![^(]*\))/)
      .map(part => part.trim())
      .filter(part => part !== '');
    return new LabelSelector(parts.map(parseRequirement));
  }

  matches(labels: Labels): boolean {
    return this.requirements.every(requirement => requirement(labels ?? {}));
  }
}
