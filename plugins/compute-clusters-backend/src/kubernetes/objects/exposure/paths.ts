/** The gRPC service of Spark Connect: the first part of the path of each of its calls. */
export const CONNECT_SERVICE = 'spark.connect.SparkConnectService';
