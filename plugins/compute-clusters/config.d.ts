export interface Config {
  /** Compute clusters on Kubernetes. */
  computeClusters?: {
    /** Pages about compute clusters that are not the plugin's own. */
    links?: {
      /**
       * Address of a compute cluster's metrics, as `https://grafana.example.com/d/spark?var-ns={{namespace}}&var-name={{name}}`;
       * `{{kubernetesCluster}}` and `{{id}}` are filled in too. Only http and https.
       *
       * @visibility frontend
       */
      metrics?: string;
      /**
       * Address of the platform's own pages about compute clusters, offered above their list: http, https, or a path of the portal as
       * `/docs/default/system/compute-clusters`.
       *
       * @visibility frontend
       */
      docs?: string;
    };
  };
}
