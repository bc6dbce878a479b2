package io.github.jukelab.notebook;

import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * Sets up Jukelab in the JJava kernel: registers the renderers and imports the classes that cells use. The kernel finds
 * the extension on its class path and installs it before the first cell.
 */
public final class JJavaExtension implements Extension {

    /** What every cell can use without an import. */
    static final List<String> IMPORTS = List.of(
            "java.nio.file.*",
            "java.util.stream.*",
            "io.github.jukelab.audio.*",
            "io.github.jukelab.signal.*",
            "io.github.jukelab.feature.*",
            "io.github.jukelab.image.*",
            "io.github.jukelab.dataset.*",
            "io.github.jukelab.extraction.*",
            "io.github.jukelab.table.*",
            "io.github.jukelab.classic.*",
            "io.github.jukelab.input.*",
            "io.github.jukelab.network.*",
            "io.github.jukelab.evaluation.*",
            "io.github.jukelab.provenance.*",
            "io.github.jukelab.recipe.*",
            "io.github.jukelab.plot.*",
            "io.github.jukelab.notebook.*",
            "static io.github.jukelab.notebook.Notebook.*",
            "tech.tablesaw.api.*",
            "org.knowm.xchart.*");

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
        StringBuilder imports = new StringBuilder();
        IMPORTS.forEach(name -> imports.append("import ").append(name).append(";\n"));
        kernel.eval(imports.toString());
    }

    private static <T> void register(BaseKernel kernel, Renderers.Rendering<T> rendering) {
        kernel.getRenderer()
                .createRegistration(rendering.type())
                .preferring(rendering.mimeType())
                .register((value, context) -> put(rendering.render().apply(value), context));
    }

    private static void put(MimeBundle bundle, RenderContext context) {
        bundle.data().forEach((type, content) -> context.getOutputContainer().putData(type, content));
        if (!bundle.alternativeText().isEmpty()) {
            context.getOutputContainer().putMetaData(MimeBundle.PNG, Map.of("alt", bundle.alternativeText()));
        }
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
