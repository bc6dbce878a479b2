/**
 * The results of training and prediction, as plain values and arithmetic.
 *
 * <p>Conventions: shares, probabilities and accuracies lie in [0, 1]; labels are counted from 0 in the order of the
 * label list; matrices are [actual, predicted], so a row sums to the examples that truly have its label. The
 * <em>track</em> of an example is the one it was cut from. Segments of one track are not independent, so intervals
 * count tracks, not segments.
 *
 * <p>Main types: {@link io.github.jukelab.evaluation.History} of {@link io.github.jukelab.evaluation.Epoch}s;
 * {@link io.github.jukelab.evaluation.Predictions}, voted by track with {@link io.github.jukelab.evaluation.Vote};
 * {@link io.github.jukelab.evaluation.Evaluation} with its {@link io.github.jukelab.evaluation.ConfusionMatrix},
 * {@link io.github.jukelab.evaluation.ClassificationReport} and {@link io.github.jukelab.evaluation.Interval}; two
 * models side by side in a {@link io.github.jukelab.evaluation.Comparison} and in
 * {@link io.github.jukelab.evaluation.McNemar}'s test; several evaluated in the same way in a
 * {@link io.github.jukelab.evaluation.BenchmarkResult}; clusters compared with labels in a
 * {@link io.github.jukelab.evaluation.ClusterAgreement}. A result from too few tracks says so.
 *
 * <p>Sources: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927); B.
 * Efron and R. Tibshirani, An Introduction to the Bootstrap (1993); precision, recall and F1 as in scikit-learn.
 */
package io.github.jukelab.evaluation;
