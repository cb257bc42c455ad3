"""A user's query over Spark Connect: wide enough that one executor is not enough for it."""

import os

from pyspark.sql import SparkSession
from pyspark.sql.functions import col, sha2

spark = SparkSession.builder.remote(os.environ["SPARK_REMOTE"]).getOrCreate()

total = spark.range(0, 1_000_000, 1, 16).selectExpr("sum(id) AS total").collect()[0].total
assert total == 499_999_500_000, total

# Some seconds of work in each of many tasks, so that dynamic allocation asks for executors.
hashed = spark.range(0, 4_000_000, 1, 32).select(sha2(col("id").cast("string"), 512).alias("hash"))
distinct = hashed.distinct().count()
assert distinct == 4_000_000, distinct

print(f"total={total} distinct={distinct}")
spark.stop()
