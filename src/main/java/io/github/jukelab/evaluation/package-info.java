/**
 * What came out of training and prediction, as plain values and arithmetic.
 *
 * <p>Conventions: shares, probabilities and accuracies lie in [0, 1]; labels are counted from 0 in the order of the
 * label list; matrices are [actual, predicted], so a row sums to what truly carries its label. A <em>track</em> is the
 * track per example was cut from: the segments of one track stand or fall together, so intervals count tracks, not segments.
 *
 * <p>Main types: {@link io.github.jukelab.evaluation.History} of {@link io.github.jukelab.evaluation.Epoch}s;
 * {@link io.github.jukelab.evaluation.Predictions}, voted by track with {@link io.github.jukelab.evaluation.Vote};
 * {@link io.github.jukelab.evaluation.Evaluation} with its {@link io.github.jukelab.evaluation.ConfusionMatrix},
 * {@link io.github.jukelab.evaluation.ClassificationReport} and {@link io.github.jukelab.evaluation.Interval}; two models side by side
 * in a {@link io.github.jukelab.evaluation.Comparison} and in {@link io.github.jukelab.evaluation.McNemar}'s test;
 * several judged in the same way in a {@link io.github.jukelab.evaluation.BenchmarkResult}; clusters beside labels in an {@link io.github.jukelab.evaluation.ClusterAgreement}. What too few tracks were tried for says so
 * itself.
 *
 * <p>Sources: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927); B.
 * Efron and R. Tibshirani, An Introduction to the Bootstrap (1993); precision, recall and F1 as scikit-learn counts
 * them.
 */
package io.github.jukelab.evaluation;
