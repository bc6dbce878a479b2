package io.github.jukelab.notebook;

/** Where outputs appear: a kernel's front end, or a list in a test. */
public interface Display {

    /**
     * Shows an output below the running cell.
     *
     * @param bundle what to show
     * @return an id by which it can be replaced
     */
    String show(MimeBundle bundle);

    /**
     * Replaces an output in place.
     *
     * @param id as {@link #show} returned it
     * @param bundle what to show instead
     */
    void update(String id, MimeBundle bundle);
}
