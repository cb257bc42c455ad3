import { configMapManifest, jobManifest } from '../__testUtils__/manifests';
import { SimulatorFixture } from '../__testUtils__/SimulatorFixture';

const CONFIG_MAPS = '/api/v1/namespaces/team/configmaps';
const JOBS = '/apis/batch/v1/namespaces/team/jobs';

const container = { name: 'main', image: 'image' };

function pod(name: string, spec: object) {
  return { metadata: { name }, spec };
}

describe('objects over HTTP', () => {
  let fixture: SimulatorFixture;

  beforeAll(async () => {
    fixture = await SimulatorFixture.start();
    await fixture.create(CONFIG_MAPS, configMapManifest('same'));
    await fixture.create(JOBS, jobManifest('same'));
  });

  afterAll(() => fixture.stop());

  it.each([
    {
      name: 'a name that is taken',
      method: 'POST',
      path: CONFIG_MAPS,
      body: configMapManifest('same'),
      status: 409,
      reason: 'AlreadyExists',
      message: 'configmaps "same" already exists',
    },
    {
      name: 'a namespace that is absent',
      method: 'POST',
      path: '/api/v1/namespaces/nope/configmaps',
      body: { metadata: { name: 'a' } },
      status: 404,
      reason: 'NotFound',
      message: 'namespaces "nope" not found',
    },
    {
      name: 'an object that is absent',
      method: 'GET',
      path: `${JOBS}/nope`,
      status: 404,
      reason: 'NotFound',
      message: 'jobs.batch "nope" not found',
    },
    {
      name: 'a resource that is unknown',
      method: 'GET',
      path: '/apis/batch/v1/namespaces/team/nopes',
      status: 404,
      reason: 'NotFound',
      message: 'the server could not find the requested resource',
    },
    {
      name: 'a stale resource version',
      method: 'PUT',
      path: `${CONFIG_MAPS}/same`,
      body: {
        metadata: { name: 'same', resourceVersion: '1' },
      },
      status: 409,
      reason: 'Conflict',
      message:
        'Operation cannot be fulfilled on configmaps "same": the object has been modified; please apply your changes to the latest version and try again',
    },
    {
      name: "another object's uid on a delete",
      method: 'DELETE',
      path: `${CONFIG_MAPS}/same`,
      body: { preconditions: { uid: 'abc' } },
      status: 409,
      reason: 'Conflict',
      message: expect.stringContaining('the UID in the precondition (abc)'),
    },
    {
      name: "a name other than the path's",
      method: 'PUT',
      path: `${CONFIG_MAPS}/same`,
      body: configMapManifest('other'),
      status: 400,
      reason: 'BadRequest',
      message:
        'the name of the object (other) does not match the name on the URL (same)',
    },
    {
      name: "a namespace other than the path's",
      method: 'POST',
      path: CONFIG_MAPS,
      body: { metadata: { name: 'a', namespace: 'other' } },
      status: 400,
      reason: 'BadRequest',
      message:
        'the namespace of the provided object does not match the namespace sent on the request',
    },
    {
      name: 'no name',
      method: 'POST',
      path: CONFIG_MAPS,
      body: { metadata: {} },
      status: 422,
      reason: 'Invalid',
      message:
        'ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required',
    },
    {
      name: 'a label that is none',
      method: 'POST',
      path: CONFIG_MAPS,
      body: { metadata: { name: 'a', labels: { x: 'bad value!' } } },
      status: 422,
      reason: 'Invalid',
      message: expect.stringContaining('metadata.labels: Invalid value'),
    },
    {
      name: 'a body that is no JSON',
      method: 'POST',
      path: CONFIG_MAPS,
      body: '{nope',
      status: 400,
      reason: 'BadRequest',
      message: expect.stringContaining('json parse error'),
    },
    {
      name: 'labels that are no text',
      method: 'POST',
      path: CONFIG_MAPS,
      body: { metadata: { name: 'a', labels: { x: 1 } } },
      status: 400,
      reason: 'BadRequest',
      message: expect.stringContaining('ObjectMeta.metadata.labels'),
    },
    {
      name: 'a pod without containers',
      method: 'POST',
      path: '/api/v1/namespaces/team/pods',
      body: pod('a', {}),
      status: 422,
      reason: 'Invalid',
      message: 'Pod "a" is invalid: spec.containers: Required value',
    },
    {
      name: 'a pod whose containers are no list',
      method: 'POST',
      path: '/api/v1/namespaces/team/pods',
      body: pod('a', { containers: 'many' }),
      status: 400,
      reason: 'BadRequest',
      message: expect.stringContaining('spec.containers'),
    },
    {
      name: 'a request over the limit',
      method: 'POST',
      path: '/api/v1/namespaces/team/pods',
      body: pod('a', {
        containers: [
          {
            ...container,
            resources: { requests: { cpu: '2' }, limits: { cpu: '1' } },
          },
        ],
      }),
      status: 422,
      reason: 'Invalid',
      message:
        'Pod "a" is invalid: spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1',
    },
    {
      name: 'a service account that is absent',
      method: 'POST',
      path: '/api/v1/namespaces/team/pods',
      body: pod('a', { serviceAccountName: 'zz', containers: [container] }),
      status: 403,
      reason: 'Forbidden',
      message:
        'pods "a" is forbidden: error looking up service account team/zz: serviceaccount "zz" not found',
    },
    {
      name: "another Job's pod template",
      method: 'PATCH',
      path: `${JOBS}/same`,
      contentType: 'application/merge-patch+json',
      body: { spec: { template: { metadata: { labels: { x: 'y' } } } } },
      status: 422,
      reason: 'Invalid',
      message: expect.stringContaining('spec.template: Invalid value'),
    },
    {
      name: 'a field selector that is unknown',
      method: 'GET',
      path: `${CONFIG_MAPS}?fieldSelector=spec.x=1`,
      status: 400,
      reason: 'BadRequest',
      message:
        '"spec.x" is not a known field selector: only "metadata.name", "metadata.namespace"',
    },
    {
      name: 'a method that does not fit',
      method: 'POST',
      path: '/api/v1/configmaps',
      body: configMapManifest('a'),
      status: 405,
      reason: 'MethodNotAllowed',
      message:
        'the server does not allow this method on the requested resource',
    },
  ])(
    'refuses $name as Kubernetes does',
    async ({ method, path, body, contentType, status, reason, message }) => {
      const answer = await fixture.json(method, path, { body, contentType });
      expect(answer).toEqual({
        status,
        body: expect.objectContaining({
          kind: 'Status',
          apiVersion: 'v1',
          status: 'Failure',
          code: status,
          reason,
          message,
        }),
      });
    },
  );
});
