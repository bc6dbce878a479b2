package io.github.jukelab.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import java.util.UUID;

/**
 * Sets up Jukelab in the IJava kernel, as {@link JJavaExtension} does in JJava. IJava has no extensions: its kernel spec
 * names two start-up scripts, {@code imports.jshell} and {@code ijava.jshell}, and the second one calls
 * {@link #install}.
 */
public final class IJavaAdapter {

    private IJavaAdapter() {}

    /**
     * Registers the renderers and the output area.
     *
     * @param kernel the running kernel
     * @param cells the class loader of what cells declare
     */
    public static void install(BaseKernel kernel, ClassLoader cells) {
        Renderers.all().forEach(rendering -> register(kernel, rendering));
        kernel.getRenderer()
                .createRegistration(MimeBundle.class)
                .preferring(MIMEType.ANY)
                .register((bundle, context) -> put(bundle, context.getOutputContainer()));
        Notebook.install(new KernelDisplay(kernel));
        Redeclared.release(kernel, cells, List.of("evaluator", "shell"));
    }

    private static <T> void register(BaseKernel kernel, Renderers.Rendering<T> rendering) {
        kernel.getRenderer()
                .createRegistration(rendering.type())
                .preferring(rendering.mimeType())
                .register((value, context) -> put(rendering.of(value), context.getOutputContainer()));
    }

    private static DisplayData put(MimeBundle bundle, DisplayData output) {
        bundle.data().forEach(output::putData);
        return output;
    }

    /** The running cell's output area. */
    private record KernelDisplay(BaseKernel kernel) implements Display {

        @Override
        public String show(MimeBundle bundle) {
            String id = UUID.randomUUID().toString();
            DisplayData output = put(bundle, new DisplayData());
            output.setDisplayId(id);
            kernel.display(output);
            return id;
        }

        @Override
        public void update(String id, MimeBundle bundle) {
            kernel.getIO().display.updateDisplay(id, put(bundle, new DisplayData()));
        }
    }
}
