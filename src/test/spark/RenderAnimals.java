import io.github.jukelab.Progress;
import io.github.jukelab.dataset.SyntheticAnimals;
import java.nio.file.Path;

/** Renders the synthetic animals into a folder, for test_spark.py. */
public final class RenderAnimals {

    private RenderAnimals() {}

    /**
     * Renders.
     *
     * @param arguments the folder
     * @throws Exception if it cannot be written
     */
    public static void main(String[] arguments) throws Exception {
        SyntheticAnimals.generate(Path.of(arguments[0]), 1, Progress.NONE);
    }
}
