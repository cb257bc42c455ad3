/** Keeps Kubernetes from replacing `$(NAME)` in arguments and variables that users wrote. */
export function literal(text: string): string {
  return text.replace(/\$\(/g, '$$$$(');
}

/** What the user wrote, before {@link literal}. */
export function fromLiteral(text: string): string {
  return text.replace(/\$\$\(/g, '$$(');
}
