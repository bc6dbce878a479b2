package io.github.jukelab.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Principal component analysis: the few directions in which the rows of a table differ most. Each component is a
 * weighted sum of features; components are not correlated. Features are first standardised over all rows: this is for
 * exploring a table, not for evaluating models. Immutable.
 *
 * <p>The sign of a component is chosen so that the loading with the largest absolute value is positive.
 *
 * <p>Notebook: 02-feature-tables
 */
public final class PrincipalComponents {

    private final List<String> features;
    private final List<String> labels;
    private final double[][] loadings;
    private final double[] explained;
    private final double[][] scores;

    private PrincipalComponents(
            List<String> features, List<String> labels, double[][] loadings, double[] explained, double[][] scores) {
        this.features = features;
        this.labels = labels;
        this.loadings = loadings;
        this.explained = explained;
        this.scores = scores;
    }

    /**
     * The components of a table's numeric columns; constant columns are skipped.
     *
     * @param table with a text column {@code label}, no number missing
     * @param count how many components, at least 1
     * @return the first components
     * @throws IllegalArgumentException if there are fewer columns that vary, or fewer than two rows
     */
    public static PrincipalComponents of(Table table, int count) {
        Correlations correlations = Correlations.of(table);
        List<String> features = correlations.columns();
        if (count < 1 || count > features.size()) {
            throw new IllegalArgumentException(
                    "components must be from 1 to the " + features.size() + " columns that vary, got " + count);
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(correlations.values(), false));
        double[][] loadings = IntStream.range(0, count)
                .mapToObj(i -> withPositiveLargest(eigen.getEigenvector(i).toArray()))
                .toArray(double[][]::new);
        double[] explained = IntStream.range(0, count)
                .mapToDouble(i -> eigen.getRealEigenvalue(i) / features.size())
                .toArray();
        double[][] rows = Correlations.standardised(table, features);
        List<String> labels = table.stringColumn("label").asList();
        return new PrincipalComponents(features, labels, loadings, explained, scores(rows, loadings));
    }

    private static double[] withPositiveLargest(double[] loadings) {
        double largest = Arrays.stream(loadings)
                .reduce((a, b) -> Math.abs(b) > Math.abs(a) ? b : a)
                .orElseThrow();
        return Arrays.stream(loadings)
                .map(loading -> loading * Math.signum(largest))
                .toArray();
    }

    /** [component][row] of columns [feature][row]. */
    private static double[][] scores(double[][] columns, double[][] loadings) {
        double[][] scores = new double[loadings.length][columns[0].length];
        for (int c = 0; c < loadings.length; c++) {
            for (int j = 0; j < columns.length; j++) {
                for (int i = 0; i < scores[c].length; i++) {
                    scores[c][i] += loadings[c][j] * columns[j][i];
                }
            }
        }
        return scores;
    }

    /**
     * The share of the total variance that a component explains.
     *
     * @param component counted from 1
     * @return in (0, 1]
     */
    public double explainedVariance(int component) {
        return explained[component - 1];
    }

    /**
     * The label of a component's axis in a plot.
     *
     * @param component counted from 1
     * @return such as {@code Component 1, 28 % of the variance}
     */
    public String axis(int component) {
        return String.format(
                Locale.ROOT, "Component %d, %.0f %% of the variance", component, 100 * explainedVariance(component));
    }

    /**
     * The coordinates of the rows on the first two components.
     *
     * @return by label, in the order of first occurrence, [row][x, y]
     * @throws IllegalArgumentException if there is only one component
     */
    public Map<String, double[][]> scores() {
        if (scores.length < 2) {
            throw new IllegalArgumentException("scores in a plane need two components, got " + scores.length);
        }
        Map<String, double[][]> points = new LinkedHashMap<>();
        for (String label : new LinkedHashSet<>(labels)) {
            points.put(
                    label,
                    IntStream.range(0, labels.size())
                            .filter(i -> labels.get(i).equals(label))
                            .mapToObj(i -> new double[] {scores[0][i], scores[1][i]})
                            .toArray(double[][]::new));
        }
        return points;
    }

    /**
     * The loading of each feature in each component.
     *
     * @return columns feature (text), then one per component; one row per feature, sorted by the absolute loading in
     *     component 1, the largest first
     */
    public Table loadings() {
        Table table = Table.create("loadings", StringColumn.create("feature", features));
        for (int c = 0; c < loadings.length; c++) {
            table.addColumns(DoubleColumn.create("component " + (c + 1), loadings[c]));
        }
        Column<?> size = DoubleColumn.create(
                "size", Arrays.stream(loadings[0]).map(Math::abs).toArray());
        return table.addColumns(size).sortDescendingOn("size").removeColumns("size");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "PrincipalComponents[%d of %d features, %.1f %% of the variance]",
                explained.length,
                features.size(),
                100 * Arrays.stream(explained).sum());
    }
}
