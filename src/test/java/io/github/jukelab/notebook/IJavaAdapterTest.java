package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.plot.Plots;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;

/** With the library on which IJava is built, in place of IJava. */
class IJavaAdapterTest {

    /** A kernel that evaluates nothing and is not connected. */
    private static final class Kernel extends BaseKernel {

        @Override
        public DisplayData eval(String code) {
            return getRenderer().render(code);
        }

        @Override
        public LanguageInfo getLanguageInfo() {
            return new LanguageInfo.Builder("java").build();
        }
    }

    private static DisplayData rendered(Object value) {
        Kernel kernel = new Kernel();
        IJavaAdapter.install(kernel, IJavaAdapterTest.class.getClassLoader());
        return kernel.getRenderer().render(value);
    }

    private static String text(DisplayData output) {
        return output.getData(MIMEType.TEXT_PLAIN).toString();
    }

    @Test
    void aWaveIsAPlayer() {
        DisplayData output = rendered(Wave.of(new float[2205], 22050));
        assertThat(output.getData(MIMEType.TEXT_HTML).toString()).contains("<audio");
        assertThat(text(output)).isEqualTo("Wave[22050 Hz, 0.10 s, mono]");
    }

    @Test
    void aFigureIsAPictureWithAlternativeText() {
        DisplayData output = rendered(Plots.waveform(Wave.of(new float[22050], 22050)));
        assertThat(output.getData(MIMEType.TEXT_HTML).toString())
                .contains("<img alt=\"Waveform of 1.00 s", "data:image/png;base64,iVBORw0KGgo");
        assertThat(text(output)).startsWith("Waveform of 1.00 s");
    }

    @Test
    void aMimeBundleIsShownAsItIs() {
        DisplayData output = rendered(MimeBundle.html("<b>bold</b>", "bold"));
        assertThat(output.getData(MIMEType.TEXT_HTML)).isEqualTo("<b>bold</b>");
        assertThat(text(output)).isEqualTo("bold");
    }

    @Test
    void anyOtherValueIsText() {
        assertThat(text(rendered(new int[] {1, 2}))).isEqualTo("int[2] {1, 2}");
        assertThat(text(rendered("text"))).isEqualTo("text");
    }

    @Test
    void anErrorWhileRenderingIsAnException() {
        Object value = new Object() {
            @Override
            public String toString() {
                throw new StackOverflowError();
            }
        };
        assertThatThrownBy(() -> rendered(value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this value cannot be shown: java.lang.StackOverflowError");
    }
}
