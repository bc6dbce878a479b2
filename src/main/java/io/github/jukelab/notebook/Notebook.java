package io.github.jukelab.notebook;

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
