package io.github.jukelab.notebook;

import io.github.jukelab.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** The words that cells use directly: every method is imported into every notebook. */
public final class Notebook {

    private static final AtomicReference<Display> DISPLAY = new AtomicReference<>(new Silent());

    private Notebook() {}

    /**
     * Names the place where outputs appear. A kernel's adapter calls this once.
     *
     * @param display the running kernel's output area
     */
    static void install(Display display) {
        DISPLAY.set(display);
    }

    /**
     * What this run may spend, as the environment says.
     *
     * @return the budget
     */
    public static Budget budget() {
        return Budget.of(System.getenv());
    }

    /**
     * The songs of this run: of the folder that {@code GTZAN} names, else of {@code data/gtzan}, else of the stand-in
     * set, which is rendered on first use. A budget takes the first of every label.
     *
     * @return the corpus
     * @throws IOException if the named folder holds no songs, or the stand-in set cannot be written
     */
    public static Corpus corpus() throws IOException {
        return new Library(home(), System.getenv()).open(live("rendering the stand-in set"));
    }

    /** The project's folder: as the kernel spec says, else the folder above the notebooks. */
    private static Path home() {
        return Path.of(System.getProperty("io.github.jukelab.home", ".."));
    }

    /**
     * A progress bar with the time left, updated in place below the running cell.
     *
     * @param title what the work is, a few words
     * @return a listener to pass to the work
     */
    public static Live live(String title) {
        return new Live(title, DISPLAY.get(), System::nanoTime);
    }

    /** Outside any kernel nothing is shown. */
    private static final class Silent implements Display {

        @Override
        public String show(MimeBundle bundle) {
            return "";
        }

        @Override
        public void update(String id, MimeBundle bundle) {}
    }
}
