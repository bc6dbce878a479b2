package io.github.jukelab.prediction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Predictions as one JSON object, written file by file. */
final class JsonPredictions {

    private static final int SECONDS = 3;
    private static final int PROBABILITY = 6;
    private static final String FORMAT = "jukelab predictions 1";

    /** The first two lines, by which a file is recognised. */
    static final List<String> BEGINNING = List.of("{", "  \"format\" : \"" + FORMAT + "\",");

    private final JsonGenerator json;
    private final PredictionView view;

    /** A line for each key, but segments and probabilities on one line each. */
    private static final class Indenter extends DefaultIndenter {

        private static final long serialVersionUID = 1;
        private static final int DEEPEST = 2;

        Indenter() {
            super("  ", "\n");
        }

        @Override
        public void writeIndentation(JsonGenerator json, int level) throws IOException {
            if (level <= DEEPEST) {
                super.writeIndentation(json, level);
            } else {
                json.writeRaw(' ');
            }
        }
    }

    private JsonPredictions(JsonGenerator json, PredictionView view) {
        this.json = json;
        this.view = view;
    }

    static void write(FilePredictions predictions, PredictionView view, Writer out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new Indenter()));
            new JsonPredictions(json, view).write(predictions);
        }
        out.append('\n');
    }

    private void write(FilePredictions predictions) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        model(predictions.predictor());
        json.writeNumberField("abstain", view.abstain());
        json.writeArrayFieldStart("files");
        predictions.forEach(this::file);
        json.writeEndArray();
        texts("skipped", predictions.skipped());
        json.writeEndObject();
    }

    private void model(FilePredictor predictor) throws IOException {
        json.writeObjectFieldStart("model");
        json.writeStringField("description", predictor.model().toString());
        json.writeStringField("sha256", predictor.checksum());
        json.writeNumberField("rate", predictor.rate());
        texts("labels", predictor.model().labels());
        Optional<ModelCard> card = predictor.model().card();
        if (card.isPresent()) {
            card(card.get().run());
        }
        json.writeEndObject();
    }

    /** How well the model did on which data; of one that was not evaluated, no accuracy. */
    private void card(RunCard run) throws IOException {
        RunCard.Result result = run.result();
        json.writeObjectFieldStart("card");
        json.writeStringField("data", run.data().name());
        json.writeStringField("split", run.split());
        json.writeNumberField("seed", run.seed());
        json.writeNumberField("tracks", result.tracks());
        if (result.tracks() > 0) {
            number("accuracy", result.accuracy(), PROBABILITY);
            number("low", result.low(), PROBABILITY);
            number("high", result.high(), PROBABILITY);
        }
        json.writeEndObject();
    }

    private void file(FilePrediction file) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.file());
        texts("warnings", file.warnings());
        line(view.whole(file.prediction()));
        if (view.perSegment()) {
            json.writeArrayFieldStart("segments");
            for (PredictionView.Line line : view.segments(file.prediction())) {
                json.writeStartObject();
                number("start", line.start(), SECONDS);
                number("end", line.end(), SECONDS);
                line(line);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void line(PredictionView.Line line) throws IOException {
        json.writeStringField("label", line.label().orElse(null));
        json.writeObjectFieldStart("probabilities");
        for (Map.Entry<String, Double> label : line.probabilities().entrySet()) {
            number(label.getKey(), label.getValue(), PROBABILITY);
        }
        json.writeEndObject();
    }

    private void number(String name, double value, int decimals) throws IOException {
        json.writeNumberField(name, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
