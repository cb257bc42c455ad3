import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { connectionTexts } from './texts/connectionTexts';
import { costTexts } from './texts/costTexts';
import { detailTabTexts } from './texts/detailTabTexts';
import { entityTexts } from './texts/entityTexts';
import { formTexts } from './texts/formTexts';
import { linkTexts } from './texts/linkTexts';
import { listTexts } from './texts/listTexts';
import { problemTexts } from './texts/problemTexts';
import { templateTexts } from './texts/templateTexts';

/**
 * Every text of the plugin, in English; an app may translate them.
 *
 * @public
 */
export const computeClustersTranslationRef = createTranslationRef({
  id: 'plugin.compute-clusters',
  messages: {
    ...connectionTexts,
    ...costTexts,
    ...detailTabTexts,
    ...entityTexts,
    ...formTexts,
    ...linkTexts,
    ...listTexts,
    ...problemTexts,
    ...templateTexts,
    plugin: {
      title: 'Compute clusters',
      stillLoading: 'Still loading',
    },
    state: {
      STARTING: 'Starting',
      ACTIVE: 'Active',
      STOPPING: 'Stopping',
      STOPPED: 'Stopped',
      FAILED: 'Failed',
      DELETING: 'Deleting',
      UNKNOWN: 'Unknown',
      lastKnown: 'last known: {{state}}',
      announced: '{{name}} is {{state}}',
    },
    executors: {
      none: 'No running executors',
      running: 'Running {{running}}/{{max}}',
      scaling: 'Scaling {{pending}}/{{max}}',
      singleNode: 'Single node',
    },
    scaling: {
      idle: 'Idle {{minutes}} min',
      off: 'Off',
    },
    command: {
      start: 'Start',
      restart: 'Restart',
      terminate: 'Terminate',
      delete: 'Delete',
      configure: 'Configure',
      clone: 'Clone',
      menu: 'Actions for {{name}}',
      more: 'More actions for {{name}}',
      notAllowed: 'Only the owner team may do this: {{owner}}',
      failed: '{{command}} of {{name}} failed: {{message}}',
    },
    confirm: {
      cancel: 'Cancel',
      restartTitle: 'Restart {{name}}?',
      restartText:
        'Its driver and executors stop, then start again with the saved specification. Running queries fail and sessions are lost.',
      terminateTitle: 'Terminate {{name}}?',
      terminateText:
        'Its driver and executors stop. Running queries fail and sessions are lost. You can start it again at any time.',
      deleteTitle: 'Delete {{name}}?',
      deleteText:
        'This stops the compute cluster and removes it for good, with its specification and its catalog entity.',
      deleteField: 'Type {{name}} to confirm',
    },
    detail: {
      back: 'All compute clusters',
      tabs: 'Views of the compute cluster',
      details: 'Details',
      notFoundTitle: 'There is no such compute cluster',
      notFoundText:
        'It does not exist, was deleted, or belongs to a team that you are not in.',
      error: 'The compute cluster could not be loaded',
      loading: 'Loading the compute cluster',
      place: '{{namespace}} on {{kubernetesCluster}}',
      ownedBy: 'owned by',
      seen: 'seen',
      deleted:
        '{{name}} has been deleted. This page shows what was last known of it.',
      unreachable: 'Kubernetes cluster {{kubernetesCluster}} does not answer.',
      unreachableAge: 'This page shows what was last known, from',
      simulated:
        'Kubernetes cluster {{kubernetesCluster}} is simulated: no real driver runs, and nothing is billed.',
      stale: 'The portal does not answer: {{message}}',
      restartRequired:
        'Restart required: the saved specification is newer than the one that runs.',
      keepRunning: 'Keep it running',
      lostNode:
        'A node with pods of this compute cluster does not answer. If it comes back, all goes on by itself.',
      lostExecutors:
        'A node with executors of this compute cluster does not answer. If it comes back, they go on by themselves.',
      giveUpPods: 'Give up its pods',
      giveUpPodsTitle: 'Give up the pods of {{name}} on lost nodes?',
      giveUpPodsText:
        'They are deleted from Kubernetes by force, and the compute cluster goes on without them. They may still be running on the lost node: make sure that it is off, or two drivers may write the same data.',
      giveUpExecutorsText:
        'They are deleted from Kubernetes by force, and Spark replaces them. They may still be running on the lost node: what they write there may be written twice.',
      unmapped:
        'No team owns this namespace any more. Only platform admins see this compute cluster.',
      failedTitle: 'Failed: {{reason}}',
      failedAttempts_one: 'after one attempt',
      failedAttempts_other: 'after {{count}} attempts',
      compute: 'Compute',
      about: 'About',
      id: 'Id',
      copyId: 'Copy the id',
      copied: 'Copied',
      name: 'Name',
      description: 'Description',
      deploymentType: 'Deployment type',
      state: 'Driver state',
      driverNode: 'Driver node type',
      executorNode: 'Executor node type',
      executorState: 'Executors',
      executorCount: 'Executor count',
      executorRange: '{{min}} to {{max}}',
      pendingReason: 'Why executors wait',
      spot: 'Spot instances',
      volume: 'Volume',
      autoScaling: 'Auto scaling',
      autoTermination: 'Auto termination',
      image: 'Image',
      namespace: 'Namespace',
      kubernetesCluster: 'Kubernetes cluster',
      owner: 'Owner',
      created: 'Created',
      updated: 'Last changed',
      by: 'by',
      tags: 'Tags',
      none: '–',
      noOwner: 'No team',
      run: 'Run',
      runText: 'number {{sequence}}, started',
      driverPod: 'Driver pod',
      entity: 'Catalog entity',
    },
    activity: {
      tab: 'Activity',
      more: 'Show more',
      title: 'What is happening',
      none: 'Nothing yet',
      error: 'The activity could not be loaded',
      create: 'created',
      configure: 'configured',
      start: 'started',
      restart: 'restarted',
      terminate: 'terminated',
      delete: 'deleted',
      'keep-running': 'kept running',
      'give-up-pods': 'gave up pods on lost nodes of',
      'rotate-token': 'replaced the token',
      recover: 'recovered',
      by: 'by',
    },
  },
});
