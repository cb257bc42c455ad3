/** Something to copy: a text, or the values of a form of another product. */
export type SnippetPart =
  | { label: PartLabel; text: string }
  | { label: 'fields'; fields: SnippetField[] };

/** What a text is for. */
export type PartLabel =
  | 'install'
  | 'build'
  | 'run'
  | 'python'
  | 'cell'
  | 'scala'
  | 'java'
  | 'go'
  | 'url'
  | 'uri'
  | 'beeline'
  | 'profiles'
  | 'dbtConnect';

/** A field of another product's form, by that product's own name, and what goes into it. */
export type SnippetField = readonly [name: string, value: string];

/** Why a client cannot connect this way. */
export type Problem =
  | 'noConnect'
  | 'connectTls'
  | 'alwaysTls'
  | 'noThrift'
  | 'binaryTls'
  | 'httpPath';

/** What a client needs for a cluster, or why it cannot connect. */
export type Snippet =
  | { parts: SnippetPart[]; problem?: undefined }
  | { problem: Problem };
