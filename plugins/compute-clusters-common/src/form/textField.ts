import { z } from 'zod';
import { problem } from './problem';

/** The rules of one text field. */
export interface TextRules {
  /** The field's name on the page; starts each message. */
  label: string;
  required?: boolean;
  maxLength: number;
  pattern?: RegExp;
  /** What the pattern allows, in words. */
  allowed?: string;
}

/** A text field that reports one problem at a time: missing, too long, or not allowed. */
export function textField(rules: TextRules) {
  const { label, required, maxLength, pattern, allowed } = rules;
  return z
    .string({ error: `${label} must be a text.` })
    .superRefine((text, context) => {
      if (text === '') {
        if (required) {
          context.addIssue(problem('required', `${label} is required.`));
        }
      } else if (text.length > maxLength) {
        context.addIssue(
          problem(
            'too-long',
            `${label} may have at most ${maxLength} characters.`,
            { max: maxLength },
          ),
        );
      } else if (text.includes('\0')) {
        // No database keeps it.
        context.addIssue(
          problem('invalid', `${label} must not hold the character NUL.`),
        );
      } else if (pattern && !pattern.test(text)) {
        context.addIssue(problem('invalid', `${label} ${allowed}.`));
      }
    });
}

/** A text field that is needed: left out counts as empty. */
export function requiredText(rules: Omit<TextRules, 'required'>) {
  return textField({ ...rules, required: true }).prefault('');
}
