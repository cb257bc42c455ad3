import type { Target } from '../Target';
import { connectUrl, TOKEN_VARIABLE } from './connectUrl';
import { quoted } from './quoted';
import type { Snippet } from './Snippet';
import { withConnect } from './withConnect';

/**
 * Programs in Go, by the client of the Apache Spark project. It has no release that its module path allows, so it is
 * got from the main branch. Unlike the other clients it uses TLS wherever there is a token, localhost included:
 * https://github.com/apache/spark-connect-go/blob/master/spark/client/channel/channel.go
 */
export function goSnippet(target: Target): Snippet {
  const { connect, token } = target;
  if (connect && !connect.tls) return { problem: 'alwaysTls' };
  return withConnect(target, endpoint => [
    {
      label: 'install',
      text: 'go get github.com/apache/spark-connect-go@master\n',
    },
    {
      label: 'go',
      text: `package main

import (
	"context"
	"log"
${token === undefined ? '\t"os"\n' : ''}
	"github.com/apache/spark-connect-go/spark/sql"
)

func main() {
	ctx := context.Background()
	token := ${
    token === undefined ? `os.Getenv("${TOKEN_VARIABLE}")` : quoted(token)
  }
	spark, err := sql.NewSessionBuilder().Remote(${quoted(
    connectUrl(target, endpoint, ''),
  )} + token).Build(ctx)
	if err != nil {
		log.Fatal(err)
	}
	defer spark.Stop()
	answer, err := spark.Sql(ctx, "SELECT 41 + 1 AS answer")
	if err != nil {
		log.Fatal(err)
	}
	if err := answer.Show(ctx, 10, false); err != nil {
		log.Fatal(err)
	}
}
`,
    },
  ]);
}
