import type { Target } from '../Target';
import { connectUrl, TOKEN_VARIABLE } from './connectUrl';
import { quoted } from './quoted';
import type { Snippet } from './Snippet';
import { withConnect } from './withConnect';

/** The client of the Spark that clusters run unless they choose another image. */
const VERSION = '4.3.0';

/** Arrow, which carries the rows, needs it from Java 17 on. */
const JAVA_OPTION = '--add-opens=java.base/java.nio=ALL-UNNAMED';

/** Programs in Scala and Java over Spark Connect. */
export function scalaSnippet(target: Target): Snippet {
  const { token } = target;
  return withConnect(target, connect => {
    const url = quoted(connectUrl(target, connect, ''));
    return [
      {
        label: 'build',
        text: `// build.sbt
scalaVersion := "2.13.18"
libraryDependencies += "org.apache.spark" %% "spark-connect-client-jvm" % "${VERSION}"
fork := true
javaOptions += "${JAVA_OPTION}"
`,
      },
      {
        label: 'scala',
        text: `import org.apache.spark.sql.SparkSession

object Client extends App {
  val token = ${
    token === undefined ? `sys.env("${TOKEN_VARIABLE}")` : quoted(token)
  }
  val spark = SparkSession.builder().remote(${url} + token).getOrCreate()
  spark.sql("SELECT 41 + 1 AS answer").show()
}
`,
      },
      {
        label: 'java',
        text: `// org.apache.spark:spark-connect-client-jvm_2.13:${VERSION}, run with ${JAVA_OPTION}
import org.apache.spark.sql.SparkSession;

public class Client {
  public static void main(String[] args) {
    String token = ${
      token === undefined ? `System.getenv("${TOKEN_VARIABLE}")` : quoted(token)
    };
    SparkSession spark = SparkSession.builder().remote(${url} + token).getOrCreate();
    spark.sql("SELECT 41 + 1 AS answer").show();
  }
}
`,
      },
    ];
  });
}
