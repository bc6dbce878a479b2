/**
 * What makes Jukelab convenient in notebooks: how values are rendered in a cell's output, how long work shows its
 * progress, and the methods that cells call without an import.
 *
 * <p>{@link io.github.jukelab.notebook.Renderers} turns values into {@link io.github.jukelab.notebook.MimeBundle}s and
 * does not depend on a kernel. {@link io.github.jukelab.notebook.JJavaExtension} is the thin adapter for one kernel;
 * another kernel needs only another adapter. {@link io.github.jukelab.notebook.Notebook} has the methods that cells
 * call directly. This package may read the environment and the clock.
 */
package io.github.jukelab.notebook;
