import { z } from 'zod';
import { LIMITS } from '../limits';
import { problem } from './problem';

const LABEL = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const ALLOWED = `may have up to ${LIMITS.tagLength} letters, digits, “-”, “_” and “.”, and starts and ends with a letter or digit`;

function isLabel(text: string): boolean {
  return text.length <= LIMITS.tagLength && LABEL.test(text);
}

/** Tags become Kubernetes labels under a prefix of the platform, so keys have none of their own. */
export const tagsSchema = z
  .record(z.string(), z.string({ error: 'Tag value must be a text.' }), {
    error: 'Tags must be an object of texts.',
  })
  .superRefine((tags, context) => {
    const entries = Object.entries(tags);
    if (entries.length > LIMITS.tags) {
      const message = `There may be at most ${LIMITS.tags} tags.`;
      context.addIssue(problem('too-many', message, { max: LIMITS.tags }));
    }
    for (const [key, value] of entries) {
      if (!isLabel(key)) {
        context.addIssue(
          problem('invalid', `Tag key ${ALLOWED}.`, { path: [key] }),
        );
      } else if (value !== '' && !isLabel(value)) {
        context.addIssue(
          problem('invalid', `Tag value ${ALLOWED}.`, { path: [key] }),
        );
      }
    }
  });
