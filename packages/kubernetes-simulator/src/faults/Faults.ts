/**
 * Requests that are refused with 403. What is left out matches everything.
 *
 * @public
 */
export interface ForbidRule {
  /** `create`, `get`, `list`, `watch`, `update`, `patch`, `delete` or `deletecollection`. */
  verb?: string;
  /** `pods`, or with a subresource `pods/log`. */
  resource?: string;
  /** Empty: requests about all namespaces at once, and about what is in none. */
  namespace?: string;
}

/** A request, as authorization sees it. */
export interface AccessRequest {
  verb: string;
  resource: string;
  namespace?: string;
}

function matches(rule: ForbidRule, request: AccessRequest): boolean {
  return (
    (rule.verb === undefined || rule.verb === request.verb) &&
    (rule.resource === undefined || rule.resource === request.resource) &&
    (rule.namespace === undefined ||
      rule.namespace === (request.namespace ?? ''))
  );
}

/** What goes wrong on purpose. */
export class Faults {
  /** Milliseconds by which every answer is late. */
  delay = 0;
  /** Whether requests are accepted and never answered. */
  hanging = false;
  private rules: ForbidRule[] = [];

  /** @returns a function that allows it again */
  forbid(rule: ForbidRule): () => void {
    this.rules = [...this.rules, rule];
    return () => {
      this.rules = this.rules.filter(other => other !== rule);
    };
  }

  allows(request: AccessRequest): boolean {
    return !this.rules.some(rule => matches(rule, request));
  }
}
