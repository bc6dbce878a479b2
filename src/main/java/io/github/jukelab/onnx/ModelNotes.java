package io.github.jukelab.onnx;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.provenance.Build;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a file tells of its model, as texts with keys: ONNX's metadata. */
record ModelNotes(ModelGraph graph) {

    Map<String, String> notes() {
        TrainedModel model = graph.model();
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("labels", json(model));
        notes.put("version", Build.current().version());
        notes.put("input", graph.input() + " " + graph.missing());
        model.preprocessing().ifPresent(input -> {
            notes.put("preprocessing", input.toString());
            notes.put("rate", "" + input.rate());
            putTimes(input, notes);
        });
        model.card().ifPresent(card -> notes.put("card", new String(card.run().json(), StandardCharsets.UTF_8)));
        return notes;
    }

    private static String json(TrainedModel model) {
        return model.labels().stream()
                .map(label -> '"' + label.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Seconds of a window, and from one to the next; none if the whole sound is one. */
    private static void putTimes(Preprocessing input, Map<String, String> notes) {
        TimeSpan first = input.span(0, Double.POSITIVE_INFINITY);
        if (Math.round(first.end() * input.rate()) < Integer.MAX_VALUE) {
            notes.put("window", "" + first.end());
            double hop = input.span(1, Double.POSITIVE_INFINITY).start();
            if (hop > 0) {
                notes.put("hop", "" + hop);
            }
        }
    }
}
