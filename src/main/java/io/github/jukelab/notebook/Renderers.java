package io.github.jukelab.notebook;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.IntegrityReport;
import io.github.jukelab.dataset.LeakageReport;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.ClassificationReport;
import io.github.jukelab.evaluation.ConfusionMatrix;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.exercise.Verdict;
import io.github.jukelab.image.Picture;
import io.github.jukelab.image.Png;
import io.github.jukelab.model.Occlusion;
import io.github.jukelab.model.WavePrediction;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import io.github.jukelab.plot.Figure;
import io.github.jukelab.plot.Plots;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.report.ErrorPlayers;
import io.github.jukelab.signal.Spectrogram;
import java.awt.image.RenderedImage;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/** How values are rendered in a cell's output, for any kernel. */
final class Renderers {

    /**
     * How values of one type are rendered.
     *
     * @param type of the values
     * @param mimeType the preferred format
     * @param render value to output
     * @param <T> type of the values
     */
    record Rendering<T>(Class<T> type, String mimeType, Function<T, MimeBundle> render) {

        /**
         * Renders a value. Kernels do this in the thread that answers requests and catch exceptions only: an error
         * would end that thread, and no later cell would ever be answered.
         *
         * @throws IllegalStateException instead of an {@link Error}
         */
        MimeBundle of(T value) {
            try {
                return render.apply(value);
            } catch (Error e) {
                throw new IllegalStateException("this value cannot be shown: " + e, e);
            }
        }

        /** Renders a value of which only the caller knows that it has the type. */
        MimeBundle ofAny(Object value) {
            return of(type.cast(value));
        }
    }

    private Renderers() {}

    static List<Rendering<?>> all() {
        return List.of(
                new Rendering<>(Wave.class, MimeBundle.HTML, Player::of),
                new Rendering<>(Table.class, MimeBundle.HTML, Html::table),
                new Rendering<>(ConfusionMatrix.class, MimeBundle.HTML, Html::confusion),
                new Rendering<>(Network.class, MimeBundle.HTML, Html::network),
                new Rendering<>(Architecture.class, MimeBundle.HTML, Html::architecture),
                new Rendering<>(Training.class, MimeBundle.HTML, Html::training),
                new Rendering<>(Split.class, MimeBundle.HTML, Html::split),
                new Rendering<>(LeakageReport.class, MimeBundle.HTML, Html::leakage),
                new Rendering<>(IntegrityReport.class, MimeBundle.HTML, Html::integrity),
                new Rendering<>(Evaluation.class, MimeBundle.HTML, Html::evaluation),
                new Rendering<>(RunCard.class, MimeBundle.HTML, Html::card),
                new Rendering<>(ClassificationReport.class, MimeBundle.HTML, Html::report),
                new Rendering<>(Playlist.class, MimeBundle.HTML, Playlist::bundle),
                new Rendering<>(
                        ErrorPlayers.class, MimeBundle.HTML, errors -> MimeBundle.html(errors.html(), errors.text())),
                new Rendering<>(Paragraph.class, MimeBundle.HTML, Html::paragraph),
                new Rendering<>(Help.class, MimeBundle.HTML, Html::help),
                new Rendering<>(
                        Verdict.class, MimeBundle.HTML, verdict -> Html.paragraph(new Paragraph(verdict.text()))),
                new Rendering<>(Figure.class, MimeBundle.HTML, Renderers::figure),
                new Rendering<>(WavePrediction.class, MimeBundle.HTML, PredictionPlayers::bundle),
                new Rendering<>(
                        Occlusion.class,
                        MimeBundle.HTML,
                        occlusion -> figure(Plots.occlusion(occlusion.input(), occlusion.map()))),
                new Rendering<>(
                        SoundPrediction.class, MimeBundle.HTML, prediction -> figure(Plots.prediction(prediction))),
                new Rendering<>(Spectrogram.class, MimeBundle.HTML, values -> figure(Plots.spectrogram(values))),
                new Rendering<>(Picture.class, MimeBundle.HTML, Renderers::picture),
                new Rendering<>(Chart.class, MimeBundle.HTML, chart -> figure(Figure.of(chart))),
                new Rendering<>(RenderedImage.class, MimeBundle.HTML, Renderers::image),
                new Rendering<>(OptionalPart.class, MimeBundle.HTML, Renderers::part),
                new Rendering<>(Object.class, MimeBundle.TEXT, value -> MimeBundle.text(Values.describe(value))));
    }

    /** A part that is here looks as its value does. */
    private static MimeBundle part(OptionalPart<?> part) {
        return part.value().map(Renderers::bundle).orElseGet(() -> MimeBundle.text(part.toString()));
    }

    private static MimeBundle bundle(Object value) {
        return all().stream()
                .filter(rendering -> rendering.type().isInstance(value))
                .findFirst()
                .orElseThrow()
                .ofAny(value);
    }

    static MimeBundle figure(Figure figure) {
        return MimeBundle.picture(figure.png(), figure.alternativeText());
    }

    private static MimeBundle picture(Picture picture) {
        return MimeBundle.picture(
                picture.png(), "Picture of " + picture.width() + " by " + picture.height() + " pixels");
    }

    private static MimeBundle image(RenderedImage image) {
        return MimeBundle.picture(
                Png.bytes(image), "Picture of " + image.getWidth() + " by " + image.getHeight() + " pixels");
    }
}
