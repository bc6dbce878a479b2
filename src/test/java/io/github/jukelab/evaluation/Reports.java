package io.github.jukelab.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports of robustness for tests. */
public final class Reports {

    private Reports() {}

    /** Tracks of the labels x, x, y and y, with these probabilities of y. */
    public static Predictions predictions(double... probabilities) {
        List<Prediction> rows = new ArrayList<>();
        for (double p : probabilities) {
            String id = "t" + rows.size();
            rows.add(new Prediction(id, id, rows.size() / 2, new float[] {(float) (1 - p), (float) p}));
        }
        return new Predictions(List.of("x", "y"), rows);
    }

    /**
     * Before, the first and the third of four tracks are right. After "same" all is as before, after "worse" the first is
     * wrong and the last right, after "other" the second is right.
     */
    public static RobustnessReport four() {
        Map<String, Predictions> after = new LinkedHashMap<>();
        after.put("same", predictions(0.3, 0.7, 0.9, 0.1));
        after.put("worse", predictions(0.8, 0.9, 0.9, 0.6));
        after.put("other", predictions(0.2, 0.4, 0.9, 0.3));
        return new RobustnessReport(predictions(0.2, 0.6, 0.9, 0.3), after, 0, List.of("x.wav: broken"));
    }
}
