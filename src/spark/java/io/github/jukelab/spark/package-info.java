/**
 * Tables of features or predictions on Apache Spark, for recordings that one machine cannot hold or that are on a cluster
 * already. {@link io.github.jukelab.spark.SparkTable} is the program. It has no feature, no decoder and no format of its
 * own: executors call {@link io.github.jukelab.extraction.FeatureExtraction#rows}, as the pool of one machine does, for
 * predictions with a model in ONNX Runtime in place of features, and the table is written by {@link
 * io.github.jukelab.extraction.FeatureTableWriter}. Only the Java API of Spark is used, so that one jar runs on Spark 3.5
 * (Scala 2.12) and 4.x (Scala 2.13).
 */
package io.github.jukelab.spark;
