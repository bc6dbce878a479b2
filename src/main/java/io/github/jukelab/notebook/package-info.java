/**
 * The notebook experience: how values look in a cell's output, how long work shows its progress, and what a notebook
 * can say without an import.
 *
 * <p>{@link io.github.jukelab.notebook.Renderers} turns values into {@link io.github.jukelab.notebook.MimeBundle}s and
 * knows no kernel. {@link io.github.jukelab.notebook.JJavaExtension} is the thin adapter for one kernel; another kernel
 * needs another adapter and nothing else. {@link io.github.jukelab.notebook.Notebook} holds the words that cells use
 * directly. This room may read the environment and the clock.
 */
package io.github.jukelab.notebook;
