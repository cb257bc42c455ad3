export interface Config {
  /** The Kubernetes that runs inside the demo portal. */
  kubernetesSimulator?: {
    /**
     * Where it keeps its objects, so that a killed portal goes on where it was.
     * Relative to the working directory; without it nothing is kept.
     */
    stateFile?: string;
  };
}
