package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.image.Picture;
import io.github.jukelab.notebook.Renderers.Rendering;
import org.junit.jupiter.api.Test;

class RenderersPictureTest {

    @Test
    void rendersAPictureUnchangedWithItsSizeAsText() {
        Picture picture = Picture.of(2, 1, new int[] {0x123456, 0xffffff});
        Rendering<?> rendering = Renderers.all().stream()
                .filter(candidate -> candidate.type() == Picture.class)
                .findAny()
                .orElseThrow();
        MimeBundle bundle = rendered(rendering, picture);
        assertThat(rendering.mimeType()).isEqualTo(MimeBundle.HTML);
        assertThat(bundle).isEqualTo(MimeBundle.picture(picture.png(), "Picture of 2 by 1 pixels"));
    }

    private static <T> MimeBundle rendered(Rendering<T> rendering, Object value) {
        return rendering.render().apply(rendering.type().cast(value));
    }
}
