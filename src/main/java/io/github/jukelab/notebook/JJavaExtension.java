package io.github.jukelab.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * Sets up Jukelab in the JJava kernel: registers the renderers and imports the classes that cells use, as listed in
 * {@code imports.jshell}. The kernel finds the extension on its class path and installs it before the first cell.
 */
public final class JJavaExtension implements Extension {

    /** For the service loader. */
    public JJavaExtension() {}

    @Override
    public void install(BaseKernel kernel) {
        Thread.currentThread().setContextClassLoader(JJavaExtension.class.getClassLoader());
        Renderers.all().forEach(rendering -> register(kernel, rendering));
        kernel.getRenderer()
                .createRegistration(MimeBundle.class)
                .preferring(MIMEType.ANY)
                .register(JJavaExtension::put);
        Notebook.install(new KernelDisplay());
        kernel.eval(imports());
        ClassLoader cells = (ClassLoader) kernel.evalRaw("new Object() {}.getClass().getClassLoader()");
        Redeclared.release(kernel, cells, List.of("jShell"));
    }

    private static String imports() {
        try (InputStream stream = JJavaExtension.class.getResourceAsStream("imports.jshell")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> void register(BaseKernel kernel, Renderers.Rendering<T> rendering) {
        kernel.getRenderer()
                .createRegistration(rendering.type())
                .preferring(rendering.mimeType())
                .register((value, context) -> put(rendering.of(value), context));
    }

    private static void put(MimeBundle bundle, RenderContext context) {
        bundle.data().forEach(context.getOutputContainer()::putData);
    }

    /** The running cell's output area. */
    private static final class KernelDisplay implements Display {

        @Override
        public String show(MimeBundle bundle) {
            return BaseNotebookStatics.display(bundle);
        }

        @Override
        public void update(String id, MimeBundle bundle) {
            BaseNotebookStatics.updateDisplay(id, bundle);
        }
    }
}
