/** Texts of the form fields of software templates. */
export const templateTexts = {
  template: {
    nodeType: 'Node type',
  },
} as const;
