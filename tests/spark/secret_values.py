"""Tells whether secret values reach driver and executors, and what one of them does."""

import os

from pyspark.sql import SparkSession

spark = SparkSession.builder.remote(os.environ["SPARK_REMOTE"]).getOrCreate()

# Not constant, so that it is evaluated where the rows are: on an executor.
getenv = "reflect('java.lang.System', 'getenv', 'DEMO_PASSWORD')"
executor = spark.range(0, 1, 1, 1).selectExpr(f"length({getenv}) + id * 0 AS n").collect()[0].n
zone = spark.sql("SELECT current_timezone() AS zone").collect()[0].zone

print(f"executor={int(executor)} zone={zone}")
spark.stop()
