export interface Config {
  /** Compute clusters on Kubernetes. */
  computeClusters?: {
    /** Pages about a compute cluster that are not the portal's own. */
    links?: {
      /**
       * Address of a compute cluster's metrics, as `https://grafana.example.com/d/spark?var-ns={{namespace}}&var-name={{name}}`;
       * `{{kubernetesCluster}}` and `{{id}}` are filled in too. Only http and https.
       *
       * @visibility frontend
       */
      metrics?: string;
    };
  };
}
