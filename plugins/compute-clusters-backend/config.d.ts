import { HumanDuration } from '@backstage/types';

/** How clients reach compute clusters. */
interface Exposure {
  /** From inside of Kubernetes only (`clusterIP`, the default), or from outside. */
  type?: 'clusterIP' | 'loadBalancer' | 'ingress' | 'gateway';
  /** Of the Service of type LoadBalancer, the Ingresses, or the routes. */
  annotations?: { [key: string]: string };
  /** Of ingress and gateway: host of each cluster, as `{{name}}.{{namespace}}.spark.example.com`. */
  host?: string;
  /** That clients connect to; of ingress and gateway 443, or 80 without TLS, by default. */
  port?: number;
  /** Whether what stands in front of the clusters ends TLS; by default only ingress and gateway do. */
  tls?: boolean;
  /** Of ingress: Secret with the certificate, in the namespace of the clusters; the controller's own by default. */
  tlsSecret?: string;
  /** Of ingress. */
  className?: string;
  /** Of gateway: the Gateway that leads to the clusters. */
  gateway?: { name: string; namespace?: string; sectionName?: string };
  thrift?: {
    /** `binary` on port 10000 (the default), or `http` on port 10001. */
    transport?: 'binary' | 'http';
    /** Of http; `cliservice` by default. */
    httpPath?: string;
    /** Let others in than the pods of the namespace. Thrift asks for no password. False by default. */
    external?: boolean;
    /** Of gateway, another than `host`; of ingress `host` by default. */
    host?: string;
  };
}

export interface Config {
  /** Compute clusters on Kubernetes. */
  computeClusters?: {
    kubernetes?: {
      /**
       * The Kubernetes clusters that compute clusters run on. Each needs exactly one of `simulator`, `inCluster`,
       * `kubeconfig` and `url`.
       */
      clusters?: Array<{
        /** Its name in the API, the pages and the catalog; at most 63 lower-case letters, digits and hyphens. */
        name: string;
        /** The embedded Kubernetes, for demos and tests. It runs nothing. */
        simulator?: boolean;
        /** Use the service account of the portal's own pod. */
        inCluster?: boolean;
        /** Use a kubeconfig file. */
        kubeconfig?: {
          path: string;
          /** The file's current context by default. */
          context?: string;
        };
        /** Address of the API server, together with `serviceAccountToken`. */
        url?: string;
        /** Certificate authority of the API server: PEM in base64. */
        caData?: string;
        /** @visibility secret */
        serviceAccountToken?: string;
        /** Do not check the API server's certificate. False by default. */
        skipTLSVerify?: boolean;
        /** Full entity ref of the Kubernetes cluster in the catalog; its compute clusters depend on it. */
        entityRef?: string;
        /** Make mapped namespaces that do not exist. False by default. */
        createNamespaces?: boolean;
        /** How clients reach its compute clusters: in place of the whole of `exposure` below, of which nothing is taken over. */
        exposure?: Exposure;
      }>;
    };
    /** Who owns which Kubernetes namespace. A name may be mapped once, over all Kubernetes clusters. */
    namespaces?: Array<{
      /** May be left out while only one is configured. */
      kubernetesCluster?: string;
      /** The Kubernetes namespace. */
      name: string;
      /** Full entity ref of a Group or User, as `group:default/data-engineering`. */
      owner: string;
      /** What all compute clusters of the namespace may use together; what is left out is not limited. */
      quota?: {
        /** Cores. */
        cpu?: number;
        memoryGiB?: number;
        pods?: number;
      };
    }>;
    /** Full entity refs of those who may do all with every compute cluster. None by default. */
    admins?: string[];
    /** Who may see a compute cluster: its owners and the admins (`team`, the default), or `everyone`. */
    visibility?: 'team' | 'everyone';
    /** The images that a compute cluster may run; `docker.io/apache/spark:4.3.0` by default. */
    images?: Array<{
      name: string;
      image: string;
      /** What a compute cluster runs that names none; true for exactly one. */
      default?: boolean;
    }>;
    /** Node types to begin with; four sizes of drivers and of executors by default. */
    nodeTypes?: Array<{
      name: string;
      description?: string;
      /** Millicores; 1000 by default. */
      cpu?: number;
      /** MiB; 1024 by default. */
      memory?: number;
      /** False by default; one of `forDriver` and `forExecutor` must be true. */
      forDriver?: boolean;
      /** False by default; one of `forDriver` and `forExecutor` must be true. */
      forExecutor?: boolean;
      /** Whether executors may run on spot machines. False by default. */
      spot?: boolean;
      /** No price by default: no cost is shown then. */
      price?: {
        /** Minor units of the currency an hour. */
        onDemand: number;
        /** Minor units of the currency an hour; as on demand by default. */
        spot?: number | null;
        /** ISO 4217. */
        currency: string;
      } | null;
      nodeSelector?: { [label: string]: string };
      tolerations?: Array<{
        key?: string;
        operator?: 'Exists' | 'Equal';
        value?: string;
        effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
      }>;
      /** Extended resources, as `nvidia.com/gpu: 1`. */
      accelerators?: { [resource: string]: number };
      /** Keep it as configured here; false by default: what is configured only is where it begins. */
      locked?: boolean;
    }>;
    /** Scratch volumes of executors to begin with; none by default. */
    volumes?: Array<{
      name: string;
      description?: string;
      type: 'hostPath' | 'persistentVolumeClaim' | 'tmpfs' | 'emptyDir' | 'nfs';
      /** Of hostPath and nfs, which need it. */
      path?: string;
      /** Of nfs, which needs it. */
      server?: string;
      /** Of persistentVolumeClaim, which needs it. */
      storageClass?: string;
      /** Of persistentVolumeClaim, which needs it, tmpfs and emptyDir, where none is unlimited. */
      sizeGiB?: number;
      /** Keep it as configured here; false by default. */
      locked?: boolean;
    }>;
    /** How clients reach compute clusters. A change reaches each with its next start. */
    exposure?: Exposure;
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
    defaults?: {
      /** After how long an idle executor is given back, where a request does not say; 30 minutes by default. */
      idleTimeout?: string | HumanDuration;
    };
    /** How long a driver may take to become ready before the compute cluster counts as failed; 15 minutes by default. */
    startTimeout?: string | HumanDuration;
    /** How long things are kept. */
    retention?: {
      /** Kubernetes' events, after they were last seen; 30 days by default. */
      events?: string | HumanDuration;
      /** Logs of ended pods; 14 days by default. */
      logs?: string | HumanDuration;
    };
    logs?: {
      /** How much of an ended pod's log is kept, its end, before it is packed; 5 by default, at most 100. */
      maxMiBPerPod?: number;
    };
  };
}
