/** What the server is to send of an object, or of a list of them, where metadata is enough. */
export const METADATA_HEADERS = {
  one: {
    accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
  },
  list: {
    accept: 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
  },
};
