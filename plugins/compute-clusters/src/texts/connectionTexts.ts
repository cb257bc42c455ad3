/** Texts of the tab Connections: how to reach a compute cluster, its token, and a card for each client. */
export const connectionTexts = {
  connections: {
    title: 'Connections',
    error: 'The connections could not be loaded',
    reach: 'Where does the client run?',
    outside: 'Anywhere',
    forward: 'On my computer, by kubectl port-forward',
    inside: 'In a pod of namespace {{namespace}}',
    forwardHelp:
      'Run this in a terminal of its own and let it run. It needs access to the namespace with kubectl.',
    forwardLabel: 'Forward the ports',
    connect: 'Spark Connect',
    thrift: 'Thrift',
    endpoint: '{{host}}:{{port}}',
    httpPath: 'over HTTP at /{{path}}',
    binary: 'binary',
    tls: 'with TLS',
    noTls: 'without TLS',
    none: 'not open this way',
    user: 'User',
    token: 'Token',
    tokenHelp:
      'Spark Connect asks for this token. The examples read it from {{variable}}, until you show it here.',
    exportLabel: 'Set the variable',
    showToken: 'Show the token',
    hideToken: 'Hide the token',
    rotate: 'Replace the token',
    rotateTitle: 'Replace the token of {{name}}?',
    rotateText:
      'There is no way back to the old token. Once the compute cluster has been restarted, no client connects with it: each needs the new one.',
    rotateHelp:
      'A running driver takes the old token until the compute cluster is restarted.',
    rotated:
      'The token is replaced. Restart the compute cluster, so that its driver takes the new one.',
    tokenAudited: 'Each time that the token is shown is written down.',
    tokenError: 'The token could not be read: {{message}}',
    code: 'Notebooks and code',
    codeHelp: 'Over Spark Connect, with the token',
    sql: 'SQL and BI',
    sqlHelp:
      'Over Thrift, which asks for no password: where a product wants one, any will do',
    notActive:
      'No client can connect now: the driver is not ready. What is below holds as soon as it is.',
    serverNote:
      'localhost is the computer on which kubectl runs. A {{client}} on a server cannot connect this way.',
    copy: 'Copy: {{client}}, {{part}}',
  },
  clients: {
    python: 'Python',
    notebook: 'Jupyter and VS Code',
    pyspark: 'PySpark shell by kubectl port-forward',
    scala: 'Scala and Java',
    go: 'Go',
    jdbc: 'JDBC and beeline',
    pyhive: 'PyHive',
    sqlalchemy: 'SQLAlchemy',
    dbt: 'dbt',
    tableau: 'Tableau',
    powerBi: 'Power BI',
    superset: 'Superset',
    metabase: 'Metabase',
    redash: 'Redash',
  },
  clientHelp: {
    python: 'The client needs no Java.',
    notebook: 'Two cells. The second asks for the token if it is not set.',
    pyspark: 'Works however the compute cluster is exposed.',
    scala: 'Take the version of the Spark in your image.',
    go: 'The Spark project calls this client experimental.',
    jdbc: 'beeline is in the folder bin of every Spark.',
    pyhive: 'A DB-API for Python.',
    sqlalchemy: 'For pandas, too. The dialect is of PyHive.',
    dbt: 'Name this profile in dbt_project.yml.',
    tableau:
      'Connect to a server: Spark SQL. It needs the driver of Spark SQL.',
    powerBi: 'Get data: Spark.',
    superset: 'Database: Apache Spark SQL. Superset needs PyHive.',
    metabase: 'Database: Spark SQL.',
    redash: 'A data source of this type.',
  },
  clientParts: {
    install: 'Install',
    build: 'Build with sbt',
    run: 'Shell',
    python: 'Python',
    cell: 'Cell',
    scala: 'Scala',
    java: 'Java',
    go: 'Go',
    url: 'JDBC URL',
    uri: 'SQLAlchemy URI',
    beeline: 'beeline',
    profiles: '~/.dbt/profiles.yml',
    dbtConnect: 'Run it over Spark Connect',
    fields: 'Fields',
  },
  clientProblems: {
    noConnect:
      'Spark Connect has no address this way. Choose another place for the client above.',
    connectTls:
      'Clients send the token over TLS only, and there is none this way. Use kubectl port-forward, or ask your platform team to expose Spark Connect with TLS.',
    alwaysTls:
      'This client sends the token over TLS only, also to localhost, and there is no TLS this way. Ask your platform team to expose Spark Connect with TLS.',
    noThrift:
      'Thrift is not open this way: it asks for no password. Choose kubectl port-forward or a pod above, or ask your platform team to open it (exposure.thrift.external).',
    binaryTls:
      'It speaks TLS over HTTP only, and Thrift is binary here. Use kubectl port-forward, JDBC, or ask your platform team for Thrift over HTTP (exposure.thrift.transport).',
    httpPath:
      'It knows only the path /cliservice. Use another client, or ask your platform team for that path (exposure.thrift.httpPath).',
  },
} as const;
