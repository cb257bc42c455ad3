/** Thrift looks at no password, but some products send no name without one. */
export const ANY_PASSWORD = 'x';
