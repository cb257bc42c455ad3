/** Texts of the links to pages that are not the portal's own. */
export const linkTexts = {
  links: {
    sparkUi: 'Spark UI',
    sparkUiError: 'The Spark UI cannot be opened: {{message}}',
    metrics: 'Metrics',
    docs: 'Docs',
  },
} as const;
